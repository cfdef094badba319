// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_network.h"

#include "core/base/try.h"
#include "core/network/crnn_description.h"
#include "core/network/crnn_graph.h"
#include "core/network/crnn_initialisation.h"
#include "core/network/torch_bridge.h"
#include "core/training/gradient_descent.h"
#include "core/training/mil_loss.h"
#include "core/training/resident_memory.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <torch/cuda.h>
#include <utility>

namespace tagscope {

namespace {

// On the CPU, so few clips at a time that what a layer makes of them comes from memory that the process already has:
// glibc takes more than 32 MiB from the system each time, and clearing the pages costs more than the first convolution.
constexpr std::size_t kBytesOfLayer = std::size_t{31} << 20U;
constexpr std::size_t kMostClipsOnCpu = 16;
constexpr std::size_t kClipsOnGpu = 512;

Result<at::Device> deviceNamed(const std::string &name) {
    const bool hasCuda = torch::cuda::is_available();
    if (name == "cpu" || (name == "auto" && !hasCuda))
        return at::Device(at::kCPU);
    int index = 0;
    if (name.starts_with("cuda:")) {
        const std::string digits = name.substr(5);
        if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos)
            return fail(Error::Kind::Inconsistent, {"training.no_device_name", name});
        index = std::stoi(digits);
    } else if (name != "auto" && name != "cuda") {
        return fail(Error::Kind::Inconsistent, {"training.no_device_name", name});
    }
    const auto devices = hasCuda ? static_cast<int>(torch::cuda::device_count()) : 0;
    if (devices == 0)
        return fail(Error::Kind::Unsupported, {"training.no_gpu", name});
    if (index >= devices)
        return fail(Error::Kind::Unsupported, {"training.no_such_gpu", name, devices});
    return at::Device(at::kCUDA, static_cast<c10::DeviceIndex>(index));
}

} // namespace

struct TrainingNetwork::State {
    CrnnLayout layout;
    TrainingSettings settings;
    at::Device device{at::kCPU};
    std::vector<std::string> names;
    std::vector<at::Tensor> parameters;
    std::vector<at::Tensor> momenta;

    [[nodiscard]] std::vector<at::Tensor> gradients() const {
        std::vector<at::Tensor> gradients;
        for (const at::Tensor &parameter : parameters)
            gradients.push_back(parameter.grad());
        return gradients;
    }

    // clips x frames x bands, of memory that belongs to the caller.
    [[nodiscard]] at::Tensor toDevice(std::span<const float> features, std::int64_t clips) const {
        const std::int64_t bands = layout.bands;
        const std::int64_t frames = static_cast<std::int64_t>(features.size()) / (clips * bands);
        // from_blob wants a pointer that it could write through; nothing here does.
        auto *values = const_cast<float *>(features.data());
        return at::from_blob(values, {clips, frames, bands}, at::kFloat).to(device);
    }

    [[nodiscard]] at::Tensor stepLogits(const at::Tensor &input, bool isTraining) const {
        if (settings.precision == TrainingPrecision::Float32)
            return crnnStepLogits(layout, parameters, input, isTraining);
        // The convolutions in bfloat16, under weights that stay in float; the recurrence in float, because its
        // rounding errors would add up over the steps.
        std::vector<at::Tensor> rounded;
        for (std::size_t i = 0; i < 2 * layout.blocks.size(); ++i)
            rounded.push_back(parameters[i].to(at::kBFloat16));
        at::Tensor x = crnnFirstInput(input.to(at::kBFloat16));
        for (std::size_t block = 0; block < layout.blocks.size(); ++block)
            x = crnnBlockOutput(layout, block, rounded, x, isTraining);
        return crnnHeadLogits(layout, parameters, x.to(at::kFloat), isTraining);
    }
};

TrainingNetwork::TrainingNetwork(std::unique_ptr<State> state) : state_(std::move(state)) {}
TrainingNetwork::TrainingNetwork(TrainingNetwork &&) noexcept = default;
TrainingNetwork &TrainingNetwork::operator=(TrainingNetwork &&) noexcept = default;
TrainingNetwork::~TrainingNetwork() = default;

Result<TrainingNetwork> TrainingNetwork::make(const CrnnDescription &description, const TrainingSettings &settings) {
    const at::Device device = TAGSCOPE_TRY(deviceNamed(settings.device));
    auto state = std::make_unique<State>();
    state->layout = description.layout;
    state->settings = settings;
    state->device = device;
    for (const NamedTensor &initial : crnnInitialParameters(description.layout, settings.seed)) {
        state->names.push_back(initial.name);
        state->parameters.push_back(tensorOf(initial.values, initial.shape).to(device).requires_grad_(true));
        state->momenta.push_back(at::zeros_like(state->parameters.back()).requires_grad_(false));
    }
    return TrainingNetwork(std::move(state));
}

std::size_t TrainingNetwork::groupSize(std::size_t frames) const {
    if (!state_->device.is_cpu())
        return kClipsOnGpu;
    std::size_t numbers = frames * static_cast<std::size_t>(state_->layout.bands); // at the block's input, a channel
    std::size_t most = numbers;
    for (const CrnnBlock &block : state_->layout.blocks) {
        most = std::max(most, numbers * static_cast<std::size_t>(block.channels));
        numbers /= static_cast<std::size_t>(block.poolTime) * static_cast<std::size_t>(block.poolBands);
    }
    return std::clamp(kBytesOfLayer / (most * sizeof(float)), std::size_t{1}, kMostClipsOnCpu);
}

double TrainingNetwork::addGradient(std::span<const float> features, std::span<const float> labels,
                                    std::size_t clipsOfBatch, std::uint64_t seed) {
    const auto events = static_cast<std::int64_t>(state_->layout.events.size());
    const std::int64_t clips = static_cast<std::int64_t>(labels.size()) / events;
    at::Generator generator = at::globalContext().defaultGenerator(state_->device);
    generator.set_current_seed(seed);
    const at::Tensor logits = clipLogits(state_->stepLogits(state_->toDevice(features, clips), true));
    auto *labelValues = const_cast<float *>(labels.data());
    const at::Tensor truth = at::from_blob(labelValues, {clips, events}, at::kFloat).to(state_->device);
    const at::Tensor sum = summedCrossEntropy(logits, truth);
    (sum / static_cast<double>(static_cast<std::int64_t>(clipsOfBatch) * events)).backward();
    return sum.item<double>();
}

std::string TrainingNetwork::nonFiniteGradient() const {
    const at::NoGradGuard noGrad;
    for (std::size_t i = 0; i < state_->parameters.size(); ++i)
        if (!at::isfinite(state_->parameters[i].grad()).all().item<bool>())
            return state_->names[i];
    return {};
}

void TrainingNetwork::step(double learningRate) {
    const std::vector<at::Tensor> gradients = state_->gradients();
    clipGradients(gradients, state_->settings.clipping, state_->settings.clipAt);
    descend(state_->parameters, gradients, state_->momenta, state_->settings, learningRate);
    forgetGradient();
}

void TrainingNetwork::forgetGradient() {
    for (at::Tensor &parameter : state_->parameters)
        parameter.mutable_grad().reset();
}

Matrix TrainingNetwork::logits(std::span<const float> features, std::size_t clips) const {
    const at::NoGradGuard noGrad;
    const at::Tensor input = state_->toDevice(features, static_cast<std::int64_t>(clips));
    const at::Tensor made = clipLogits(state_->stepLogits(input, false)).to(at::kCPU, at::kFloat).contiguous();
    Matrix logits(clips, state_->layout.events.size());
    at::from_blob(logits.values.data(), made.sizes(), at::kFloat).copy_(made);
    return logits;
}

std::vector<NamedTensor> TrainingNetwork::weights() const {
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < state_->names.size(); ++i)
        tensors.push_back(namedTensor(state_->names[i], state_->parameters[i].detach().to(at::kCPU)));
    return tensors;
}

std::vector<NamedTensor> TrainingNetwork::momenta() const {
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < state_->names.size(); ++i)
        tensors.push_back(namedTensor(state_->names[i], state_->momenta[i].to(at::kCPU)));
    return tensors;
}

Result<void> TrainingNetwork::restore(const std::vector<NamedTensor> &weights,
                                      const std::vector<NamedTensor> &momenta) {
    const at::NoGradGuard noGrad;
    const auto restoreInto = [&](const std::vector<at::Tensor> &targets,
                                 const std::vector<NamedTensor> &sources) -> Result<void> {
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const auto found = std::ranges::find(sources, state_->names[i], &NamedTensor::name);
            if (found == sources.end() || found->shape != targets[i].sizes().vec())
                return fail(Error::Kind::Inconsistent, {"training.checkpoint_shape", state_->names[i]});
            targets[i].copy_(tensorOf(found->values, found->shape));
        }
        return {};
    };
    TAGSCOPE_TRY(restoreInto(state_->parameters, weights));
    return restoreInto(state_->momenta, momenta);
}

std::uint64_t TrainingNetwork::deviceBytes() const {
    return residentMemory();
}

} // namespace tagscope
