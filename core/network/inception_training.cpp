// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/inception_training.h"

#include "core/network/inception_plan.h"
#include "core/network/seeded_values.h"
#include "core/network/torch_bridge.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {

namespace {

constexpr double kTrainingEpsilon = 1e-3; // as InceptionV4
constexpr double kRunningShare = 0.1;     // of each batch in the running means
constexpr std::int64_t kTrainingChannels = 3;

// A convolution with its batch normalisation.
struct Layer {
    at::Tensor weight;
    at::Tensor scale;
    at::Tensor shift;
    at::Tensor runningMean;
    at::Tensor runningVariance;
};

std::int64_t reduced(int channels, double width) {
    constexpr double kMultiple = 8.0; // what vector units take at once
    return static_cast<std::int64_t>(std::max(1.0, std::round(channels * width / kMultiple)) * kMultiple);
}

} // namespace

struct InceptionTraining::State {
    double width = 1.0;
    SeededValues random;
    std::vector<InceptionBlock> blocks = inceptionV4Plan();
    std::map<std::string, Layer> layers;
    at::Tensor lastWeight;
    at::Tensor lastBias;

    State(double widthFactor, std::uint64_t seed) : width(widthFactor), random(seed) {}

    // Uniform with the deviation of Kaiming's rule for ReLU.
    at::Tensor seeded(const TensorShape &shape, std::int64_t fanIn) {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        const double bound = std::sqrt(6.0 / static_cast<double>(fanIn));
        return tensorOf(random.uniform(static_cast<std::size_t>(count), bound), shape).requires_grad_();
    }

    std::int64_t addLayer(const ConvolutionPlan &plan, std::int64_t inputs) {
        const std::int64_t outputs = reduced(plan.channels, width);
        const TensorShape shape{outputs, inputs, plan.kernelRows, plan.kernelColumns};
        layers[plan.name] = {seeded(shape, inputs * plan.kernelRows * plan.kernelColumns),
                             at::ones({outputs}).requires_grad_(), at::zeros({outputs}).requires_grad_(),
                             at::zeros({outputs}), at::ones({outputs})};
        return outputs;
    }

    std::int64_t addBlock(const InceptionBlock &block, std::int64_t inputs) {
        std::int64_t outputs = 0;
        for (const InceptionBranch &branch : block) {
            std::int64_t channels = inputs;
            for (const ConvolutionPlan &plan : branch.chain)
                channels = addLayer(plan, channels);
            std::int64_t forked = 0;
            for (const ConvolutionPlan &plan : branch.forks)
                forked += addLayer(plan, channels);
            outputs += branch.forks.empty() ? channels : forked;
        }
        return outputs;
    }

    at::Tensor rectified(const ConvolutionPlan &plan, const at::Tensor &input, bool isTraining) {
        const Layer &layer = layers.at(plan.name);
        const std::array<std::int64_t, 2> stride{plan.geometry.stride[0], plan.geometry.stride[1]};
        const std::array<std::int64_t, 2> padding{plan.geometry.padding[0], plan.geometry.padding[1]};
        const at::Tensor convolved = at::conv2d(input, layer.weight, {}, stride, padding);
        return at::batch_norm(convolved, layer.scale, layer.shift, layer.runningMean, layer.runningVariance, isTraining,
                              kRunningShare, kTrainingEpsilon, false)
            .relu();
    }

    at::Tensor outputOf(const InceptionBranch &branch, at::Tensor x, bool isTraining) {
        if (branch.pool == InceptionPool::Maximum)
            x = at::max_pool2d(x, {3, 3}, {2, 2});
        if (branch.pool == InceptionPool::Average)
            x = at::avg_pool2d(x, {3, 3}, {1, 1}, {1, 1}, false, false);
        for (const ConvolutionPlan &plan : branch.chain)
            x = rectified(plan, x, isTraining);
        if (branch.forks.empty())
            return x;
        std::vector<at::Tensor> sides;
        for (const ConvolutionPlan &plan : branch.forks)
            sides.push_back(rectified(plan, x, isTraining));
        return at::cat(sides, 1);
    }
};

InceptionTraining::InceptionTraining(double width, std::size_t classes, std::uint64_t seed)
    : state_(std::make_unique<State>(width, seed)) {
    std::int64_t channels = kTrainingChannels;
    for (const InceptionBlock &block : state_->blocks)
        channels = state_->addBlock(block, channels);
    const auto outputs = static_cast<std::int64_t>(classes);
    state_->lastWeight = state_->seeded({outputs, channels}, channels);
    state_->lastBias = at::zeros({outputs}).requires_grad_();
}

InceptionTraining::InceptionTraining(InceptionTraining &&) noexcept = default;
InceptionTraining &InceptionTraining::operator=(InceptionTraining &&) noexcept = default;
InceptionTraining::~InceptionTraining() = default;

at::Tensor InceptionTraining::logits(const at::Tensor &pictures, bool isTraining) {
    at::Tensor x = pictures.contiguous(at::MemoryFormat::ChannelsLast);
    for (const InceptionBlock &block : state_->blocks) {
        std::vector<at::Tensor> parts;
        for (const InceptionBranch &branch : block)
            parts.push_back(state_->outputOf(branch, x, isTraining));
        x = parts.size() == 1 ? parts.front() : at::cat(parts, 1);
    }
    return at::linear(x.mean({2, 3}), state_->lastWeight, state_->lastBias);
}

std::vector<at::Tensor> InceptionTraining::parameters() const {
    std::vector<at::Tensor> all;
    for (const auto &[name, layer] : state_->layers)
        all.insert(all.end(), {layer.weight, layer.scale, layer.shift});
    all.insert(all.end(), {state_->lastWeight, state_->lastBias});
    return all;
}

std::vector<NamedTensor> InceptionTraining::tensors() const {
    std::vector<NamedTensor> all;
    for (const auto &[name, layer] : state_->layers) {
        all.push_back(namedTensor(name + ".conv.weight", layer.weight.detach()));
        all.push_back(namedTensor(name + ".bn.weight", layer.scale.detach()));
        all.push_back(namedTensor(name + ".bn.bias", layer.shift.detach()));
        all.push_back(namedTensor(name + ".bn.running_mean", layer.runningMean));
        all.push_back(namedTensor(name + ".bn.running_var", layer.runningVariance));
    }
    all.push_back(namedTensor("last_linear.weight", state_->lastWeight.detach()));
    all.push_back(namedTensor("last_linear.bias", state_->lastBias.detach()));
    return all;
}

} // namespace tagscope
