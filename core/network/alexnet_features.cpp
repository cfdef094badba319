// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/network/image_networks.h"
#include "core/network/seeded_values.h"
#include "core/network/torch_bridge.h"
#include "core/network/weight_reader.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tagscope {

namespace {

constexpr const char *kAlexNetName = "AlexNet";
constexpr std::int64_t kAlexNetChannels = 3;
constexpr std::int64_t kAlexNetSide = AlexNetFeatures::kInputSide;
// Within 2 % of full speed; a batch is done in less than 0.1 s, so that a wish to stop is met soon, and its activations
// take 15 MB.
constexpr std::size_t kAlexNetBatch = 8;

// Krizhevsky, "One weird trick for parallelizing convolutional neural networks" (arXiv 1404.5997), which is
// torchvision's AlexNet.
struct LayerPlan {
    const char *name;
    std::int64_t channels; // of the published network
    std::int64_t kernel;
    int stride;
    int padding;
    bool isPooled; // 3 x 3 maxima, stride 2, after the ReLU
};

constexpr std::array<LayerPlan, 5> kAlexNetLayers{{{"features.0", 64, 11, 4, 2, true},
                                                   {"features.3", 192, 5, 1, 2, true},
                                                   {"features.6", 384, 3, 1, 1, false},
                                                   {"features.8", 256, 3, 1, 1, false},
                                                   {"features.10", 256, 3, 1, 1, false}}};

struct AlexNetLayer {
    at::Tensor weight;
    at::Tensor bias;
};

using Layers = std::array<AlexNetLayer, kAlexNetLayers.size()>;

// `input` is channels-last, and so is the result.
at::Tensor conv5Of(const Layers &layers, at::Tensor input) {
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const LayerPlan &plan = kAlexNetLayers[i];
        const ConvolutionGeometry geometry{{plan.stride, plan.stride}, {plan.padding, plan.padding}};
        input = convolve(input, layers[i].weight, layers[i].bias, geometry).relu_();
        if (plan.isPooled)
            input = at::max_pool2d(input, {3, 3}, {2, 2});
    }
    return input;
}

Result<Layers> readLayers(WeightReader &reader) {
    Layers layers;
    std::int64_t inputs = kAlexNetChannels;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const LayerPlan &plan = kAlexNetLayers[i];
        const std::string name = plan.name;
        const auto shape = TAGSCOPE_TRY(reader.shape(name + ".weight", {kAnyWidth, inputs, plan.kernel, plan.kernel}));
        const std::int64_t outputs = shape.front();
        const auto weight = TAGSCOPE_TRY(reader.values(name + ".weight", shape));
        const auto bias = TAGSCOPE_TRY(reader.values(name + ".bias", {outputs}));
        layers[i] = {tensorOf(weight, shape), tensorOf(bias, {outputs})};
        inputs = outputs;
    }
    return layers;
}

bool isClassifier(std::string_view name) {
    return name.starts_with("classifier.");
}

} // namespace

struct AlexNetFeatures::State {
    Layers layers;
    std::map<std::string, std::string> metadata;
};

AlexNetFeatures::AlexNetFeatures(std::shared_ptr<const State> state) : state_(std::move(state)) {}
AlexNetFeatures::AlexNetFeatures(AlexNetFeatures &&) noexcept = default;
AlexNetFeatures &AlexNetFeatures::operator=(AlexNetFeatures &&) noexcept = default;
AlexNetFeatures::~AlexNetFeatures() = default;

Result<AlexNetFeatures> AlexNetFeatures::load(const std::filesystem::path &file) {
    return caught(kAlexNetName, [&]() -> Result<AlexNetFeatures> {
        const c10::InferenceMode inferring;
        const TensorFile opened = TAGSCOPE_TRY(TensorFile::open(file));
        WeightReader reader(opened, kAlexNetName);
        Layers layers = TAGSCOPE_TRY(readLayers(reader));
        TAGSCOPE_TRY(reader.finish(isClassifier));
        return AlexNetFeatures(std::make_shared<const State>(State{std::move(layers), opened.metadata()}));
    });
}

AlexNetFeatures AlexNetFeatures::makeSeeded(std::uint64_t seed, double width) {
    const c10::InferenceMode inferring;
    SeededValues random(seed);
    Layers layers;
    std::int64_t inputs = kAlexNetChannels;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const LayerPlan &plan = kAlexNetLayers[i];
        const std::int64_t fanIn = inputs * plan.kernel * plan.kernel;
        const auto channels = std::max<std::int64_t>(1, std::llround(static_cast<double>(plan.channels) * width));
        // He et al. 2015, section 2.2: keeps the variance through ReLUs.
        const double bound = std::sqrt(6.0 / static_cast<double>(fanIn));
        layers[i] = {tensorOf(random.uniform(static_cast<std::size_t>(channels * fanIn), bound),
                              {channels, inputs, plan.kernel, plan.kernel}),
                     at::zeros({channels})};
        inputs = channels;
    }
    return AlexNetFeatures(std::make_shared<const State>(State{std::move(layers), {}}));
}

Result<void> AlexNetFeatures::save(const std::filesystem::path &file,
                                   const std::map<std::string, std::string> &metadata) const {
    return caught(kAlexNetName, [&]() -> Result<void> {
        std::vector<NamedTensor> tensors;
        for (std::size_t i = 0; i < kAlexNetLayers.size(); ++i) {
            const std::string name = kAlexNetLayers[i].name;
            tensors.push_back(namedTensor(name + ".weight", state_->layers[i].weight));
            tensors.push_back(namedTensor(name + ".bias", state_->layers[i].bias));
        }
        return writeSafetensors(file, tensors, metadata);
    });
}

Result<Matrix> AlexNetFeatures::conv5(std::span<const float> input, std::size_t pictures, std::stop_token stop) const {
    constexpr auto kPictureValues = static_cast<std::size_t>(kAlexNetChannels * kAlexNetSide * kAlexNetSide);
    if (input.size() % kPictureValues != 0 || input.size() / kPictureValues != pictures)
        return fail(Error::Kind::Inconsistent, {"network.alexnet_input", input.size(), pictures});
    return caught(kAlexNetName, [&]() -> Result<Matrix> {
        const c10::InferenceMode inferring;
        constexpr std::size_t kPositions = 13 * 13; // of conv5 for 224 x 224
        const auto channels = static_cast<std::size_t>(state_->layers.back().bias.size(0));
        Matrix features(pictures, channels * kPositions);
        for (std::size_t first = 0; first < pictures; first += kAlexNetBatch) {
            if (stop.stop_requested())
                return cancelled();
            const auto count = static_cast<std::int64_t>(std::min(kAlexNetBatch, pictures - first));
            // from_blob has no form for const; the tensor is only read.
            const at::Tensor batch = at::from_blob(const_cast<float *>(input.data()) + first * kPictureValues, // NOLINT
                                                   {count, kAlexNetChannels, kAlexNetSide, kAlexNetSide}, at::kFloat)
                                         .contiguous(at::MemoryFormat::ChannelsLast);
            const at::Tensor made = conv5Of(state_->layers, batch);
            at::from_blob(features.row(first).data(), made.sizes(), at::kFloat).copy_(made);
        }
        return features;
    });
}

const std::map<std::string, std::string> &AlexNetFeatures::metadata() const {
    return state_->metadata;
}

} // namespace tagscope
