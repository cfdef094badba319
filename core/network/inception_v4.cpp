// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/network/image_networks.h"
#include "core/network/inception_plan.h"
#include "core/network/torch_bridge.h"
#include "core/network/weight_reader.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tagscope {

namespace {

constexpr const char *kInceptionName = "Inception-v4";
constexpr std::int64_t kColourChannels = 3;
constexpr std::int64_t kInceptionSide = InceptionV4::kInputSide;
constexpr auto kPictureValues = static_cast<std::size_t>(kColourChannels * kInceptionSide * kInceptionSide);
constexpr double kBatchNormEpsilon = 1e-3; // as the published weights were trained
// The key frames of a clip; the activations of four pictures take at most 90 MB.
constexpr std::size_t kInceptionBatch = 4;

// Batch normalisation is folded into weight and bias: it is affine, and so is the convolution before it.
struct Convolution {
    at::Tensor weight;
    at::Tensor bias;
    ConvolutionGeometry geometry;
};

struct Branch {
    InceptionPool pool = InceptionPool::None;
    std::vector<Convolution> chain;
    std::vector<Convolution> forks;
};

using Block = std::vector<Branch>;

at::Tensor rectified(const Convolution &convolution, const at::Tensor &input) {
    return convolve(input, convolution.weight, convolution.bias, convolution.geometry).relu_();
}

at::Tensor outputOf(const Branch &branch, at::Tensor input) {
    if (branch.pool == InceptionPool::Maximum)
        input = at::max_pool2d(input, {3, 3}, {2, 2});
    if (branch.pool == InceptionPool::Average)
        input = at::avg_pool2d(input, {3, 3}, {1, 1}, {1, 1}, false, false);
    for (const Convolution &convolution : branch.chain)
        input = rectified(convolution, input);
    if (branch.forks.empty())
        return input;
    std::vector<at::Tensor> sides;
    for (const Convolution &convolution : branch.forks)
        sides.push_back(rectified(convolution, input));
    return at::cat(sides, 1);
}

at::Tensor outputOf(const Block &block, const at::Tensor &input) {
    if (block.size() == 1)
        return outputOf(block.front(), input);
    std::vector<at::Tensor> parts;
    for (const Branch &branch : block)
        parts.push_back(outputOf(branch, input));
    return at::cat(parts, 1);
}

// Builds the network from the plan and the shapes that the file holds, counting parameters.
class Builder {
public:
    explicit Builder(WeightReader &reader) : reader_(reader) {}

    Result<Block> block(const InceptionBlock &plan) {
        const std::int64_t inputs = channels_;
        std::int64_t outputs = 0;
        Block made;
        for (const InceptionBranch &branchPlan : plan) {
            channels_ = inputs;
            Branch branch = TAGSCOPE_TRY(this->branch(branchPlan));
            outputs += channels_;
            made.push_back(std::move(branch));
        }
        channels_ = outputs;
        return made;
    }

    Result<Convolution> lastLinear() {
        const auto weight = TAGSCOPE_TRY(read("last_linear.weight", {kAnySize, channels_}));
        const std::int64_t classes = static_cast<std::int64_t>(weight.size()) / channels_;
        const auto bias = TAGSCOPE_TRY(read("last_linear.bias", {classes}));
        return Convolution{tensorOf(weight, {classes, channels_}), tensorOf(bias, {classes}), {}};
    }

    [[nodiscard]] std::int64_t parameters() const { return parameters_; }

private:
    Result<Branch> branch(const InceptionBranch &plan) {
        Branch made{plan.pool, {}, {}};
        for (const ConvolutionPlan &convolutionPlan : plan.chain) {
            Convolution convolution = TAGSCOPE_TRY(this->convolution(convolutionPlan));
            made.chain.push_back(std::move(convolution));
        }
        if (plan.forks.empty())
            return made;
        const std::int64_t inputs = channels_;
        std::int64_t outputs = 0;
        for (const ConvolutionPlan &convolutionPlan : plan.forks) {
            channels_ = inputs;
            Convolution convolution = TAGSCOPE_TRY(this->convolution(convolutionPlan));
            outputs += channels_;
            made.forks.push_back(std::move(convolution));
        }
        channels_ = outputs;
        return made;
    }

    Result<Convolution> convolution(const ConvolutionPlan &plan) {
        const std::string weightName = plan.name + ".conv.weight";
        const auto shape =
            TAGSCOPE_TRY(reader_.shape(weightName, {kAnyWidth, channels_, plan.kernelRows, plan.kernelColumns}));
        auto weight = TAGSCOPE_TRY(read(weightName, shape));
        channels_ = shape.front();
        const auto bias = TAGSCOPE_TRY(fold(plan.name, weight));
        return Convolution{tensorOf(weight, shape), tensorOf(bias, {channels_}), plan.geometry};
    }

    // Scales the weights of each output channel, and returns the biases.
    Result<std::vector<float>> fold(const std::string &name, std::vector<float> &weight) {
        const auto scale = TAGSCOPE_TRY(read(name + ".bn.weight", {channels_}));
        const auto shift = TAGSCOPE_TRY(read(name + ".bn.bias", {channels_}));
        const auto mean = TAGSCOPE_TRY(reader_.values(name + ".bn.running_mean", {channels_}));
        const auto variance = reader_.values(name + ".bn.running_var", {channels_});
        if (!variance)
            return tl::unexpected(variance.error());
        if (*std::min_element(variance->begin(), variance->end()) < 0.0F)
            return fail(Error::Kind::Inconsistent, {"network.negative_variance", name});
        std::vector<float> bias(scale.size());
        const std::size_t each = weight.size() / bias.size();
        for (std::size_t channel = 0; channel < bias.size(); ++channel) {
            const double factor = scale[channel] / std::sqrt((*variance)[channel] + kBatchNormEpsilon);
            bias[channel] = static_cast<float>(shift[channel] - mean[channel] * factor);
            for (std::size_t i = channel * each; i < (channel + 1) * each; ++i)
                weight[i] = static_cast<float>(weight[i] * factor);
        }
        return bias;
    }

    Result<std::vector<float>> read(const std::string &name, const TensorShape &expected) {
        Result<std::vector<float>> values = reader_.values(name, expected);
        if (values)
            parameters_ += static_cast<std::int64_t>(values->size());
        return values;
    }

    WeightReader &reader_;
    std::int64_t channels_ = kColourChannels; // that the next convolution gets
    std::int64_t parameters_ = 0;
};

bool isStepCounter(std::string_view name) {
    return name.ends_with(".num_batches_tracked"); // of training; older state dicts do without
}

} // namespace

struct InceptionV4::State {
    std::vector<Block> blocks;
    Convolution lastLinear;
    std::int64_t parameters = 0;
    std::map<std::string, std::string> metadata;

    // The last convolutional map: pictures x channels x rows x columns; nothing where it was stopped.
    [[nodiscard]] std::optional<at::Tensor> lastMap(std::span<const float> input, std::size_t pictures,
                                                    const std::stop_token &stop) const {
        // from_blob has no form for const; the tensor is only read.
        at::Tensor x =
            at::from_blob(const_cast<float *>(input.data()), // NOLINT
                          {static_cast<std::int64_t>(pictures), kColourChannels, kInceptionSide, kInceptionSide},
                          at::kFloat)
                .contiguous(at::MemoryFormat::ChannelsLast);
        for (const Block &block : blocks) {
            if (stop.stop_requested())
                return std::nullopt;
            x = outputOf(block, x);
        }
        return x;
    }
};

InceptionV4::InceptionV4(std::shared_ptr<const State> state) : state_(std::move(state)) {}
InceptionV4::InceptionV4(InceptionV4 &&) noexcept = default;
InceptionV4 &InceptionV4::operator=(InceptionV4 &&) noexcept = default;
InceptionV4::~InceptionV4() = default;

Result<InceptionV4> InceptionV4::load(const std::filesystem::path &file) {
    return caught(kInceptionName, [&]() -> Result<InceptionV4> {
        const c10::InferenceMode inferring;
        const TensorFile opened = TAGSCOPE_TRY(TensorFile::open(file));
        WeightReader reader(opened, kInceptionName);
        Builder builder(reader);
        State state;
        for (const InceptionBlock &plan : inceptionV4Plan()) {
            Block block = TAGSCOPE_TRY(builder.block(plan));
            state.blocks.push_back(std::move(block));
        }
        Convolution lastLinear = TAGSCOPE_TRY(builder.lastLinear());
        TAGSCOPE_TRY(reader.finish(isStepCounter));
        state.lastLinear = std::move(lastLinear);
        state.parameters = builder.parameters();
        state.metadata = opened.metadata();
        return InceptionV4(std::make_shared<const State>(std::move(state)));
    });
}

Result<Matrix> InceptionV4::logits(std::span<const float> input, std::size_t pictures, std::stop_token stop) const {
    if (input.size() % kPictureValues != 0 || input.size() / kPictureValues != pictures)
        return fail(Error::Kind::Inconsistent, {"network.inception_input", input.size(), pictures});
    return caught(kInceptionName, [&]() -> Result<Matrix> {
        const c10::InferenceMode inferring;
        Matrix result(pictures, classes());
        for (std::size_t first = 0; first < pictures; first += kInceptionBatch) {
            const std::size_t count = std::min(kInceptionBatch, pictures - first);
            const std::optional<at::Tensor> map =
                state_->lastMap(input.subspan(first * kPictureValues, count * kPictureValues), count, stop);
            if (!map)
                return cancelled();
            const at::Tensor made = multiply(map->mean({2, 3}), state_->lastLinear.weight, state_->lastLinear.bias);
            at::from_blob(result.row(first).data(), made.sizes(), at::kFloat).copy_(made);
        }
        return result;
    });
}

Result<Matrix> InceptionV4::gradCam(std::span<const float> picture, std::size_t unit, std::stop_token stop) const {
    if (picture.size() != kPictureValues)
        return fail(Error::Kind::Inconsistent, {"network.inception_picture", picture.size()});
    if (unit >= classes())
        return fail(Error::Kind::Inconsistent, {"network.no_such_class", classes(), unit});
    return caught(kInceptionName, [&]() -> Result<Matrix> {
        const c10::InferenceMode inferring;
        const std::optional<at::Tensor> map = state_->lastMap(picture, 1, stop);
        if (!map)
            return cancelled();
        const std::int64_t rows = map->size(2);
        const std::int64_t columns = map->size(3);
        // The gradient of the logit by each number of a channel, the same over all of it.
        const at::Tensor weights =
            state_->lastLinear.weight.select(0, static_cast<std::int64_t>(unit)) / static_cast<double>(rows * columns);
        const at::Tensor made = (map->select(0, 0) * weights.view({-1, 1, 1})).sum(0).relu();
        Matrix cam(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
        at::from_blob(cam.values.data(), made.sizes(), at::kFloat).copy_(made);
        return cam;
    });
}

std::size_t InceptionV4::classes() const {
    return static_cast<std::size_t>(state_->lastLinear.bias.size(0));
}

std::int64_t InceptionV4::parameterCount() const {
    return state_->parameters;
}

const std::map<std::string, std::string> &InceptionV4::metadata() const {
    return state_->metadata;
}

} // namespace tagscope
