// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_network.h"

#include "core/base/log.h"
#include "core/base/try.h"
#include "core/network/crnn_description.h"
#include "core/network/crnn_graph.h"
#include "core/network/crnn_initialisation.h"
#include "core/network/torch_bridge.h"
#include "core/training/block_normalisation.h"
#include "core/training/device_memory.h"
#include "core/training/devices.h"
#include "core/training/gradient_descent.h"
#include "core/training/in_halves.h"
#include "core/training/mil_loss.h"
#include "core/training/resident_memory.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <c10/util/Exception.h>
#include <optional>
#include <string>
#include <utility>

namespace tagscope {

namespace {

// On the CPU, so few clips at a time that what a layer makes of them comes from memory that the process already has:
// glibc takes more than 32 MiB from the system each time, and clearing the pages costs more than the first convolution.
constexpr std::size_t kBytesOfLayer = std::size_t{31} << 20U;
constexpr std::size_t kMostClipsOnCpu = 16;
constexpr std::size_t kClipsOnGpu = 512;

// Half of what is free, for what one layer reads and the next one makes; where nobody says what is free, a small
// card's.
std::size_t bytesForInference() {
    constexpr std::size_t kOfSmallCard = std::size_t{2} << 30U;
    const std::optional<DeviceMemory> memory = cudaMemory();
    return memory ? static_cast<std::size_t>(memory->free / 2) : kOfSmallCard;
}

// Numbers of a clip in the largest layer's output.
std::size_t largestLayer(const CrnnLayout &layout, std::size_t frames) {
    std::size_t numbers = frames * static_cast<std::size_t>(layout.bands); // at the block's input, a channel
    std::size_t most = numbers;
    for (const CrnnBlock &block : layout.blocks) {
        most = std::max(most, numbers * static_cast<std::size_t>(block.channels));
        numbers /= static_cast<std::size_t>(block.poolTime) * static_cast<std::size_t>(block.poolBands);
    }
    return most;
}

} // namespace

struct TrainingNetwork::State {
    CrnnLayout layout;
    TrainingSettings settings;
    at::Device device{at::kCPU};
    std::vector<std::string> names;
    std::vector<at::Tensor> parameters;
    std::vector<at::Tensor> momenta;
    std::vector<at::Tensor> squares;          // of Adam alone
    std::vector<at::Tensor> statistics;       // of normalised blocks alone
    std::vector<at::Tensor> statisticsOfStep; // as they were after the last step
    // How many clips fit the device at once; fewer once they did not.
    mutable std::size_t clipsForGradient = kClipsOnGpu;
    mutable std::size_t clipsForLogits = kClipsOnGpu;

    // Copies, undefined where there are none; of the processor none, which does not run out so.
    [[nodiscard]] std::vector<at::Tensor> gradientsToGoBackTo() const {
        std::vector<at::Tensor> copies;
        if (device.is_cpu())
            return copies;
        for (const at::Tensor &parameter : parameters)
            copies.push_back(parameter.grad().defined() ? parameter.grad().clone() : at::Tensor());
        return copies;
    }

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

    // Of clips that fit the device at once.
    double addGradient(std::span<const float> features, std::span<const float> labels, std::size_t clipsOfBatch,
                       std::uint64_t seed) const;

    // The convolutions in bfloat16, under weights that stay in float; the recurrence in float, because its rounding
    // errors would add up over the steps.
    [[nodiscard]] std::vector<at::Tensor> rounded(const std::vector<at::Tensor> &exact) const {
        std::vector<at::Tensor> convolutions;
        for (std::size_t i = 0; i < 2 * layout.blocks.size(); ++i)
            convolutions.push_back(exact[i].to(at::kBFloat16));
        return convolutions;
    }

    [[nodiscard]] at::Tensor stepLogits(const at::Tensor &input, bool isTraining) const {
        const bool isExact = settings.precision == TrainingPrecision::Float32;
        if (settings.normalises && isTraining)
            return normalisedStepLogits(layout, parameters, isExact ? parameters : rounded(parameters), statistics,
                                        input);
        const std::vector<at::Tensor> plain = crnnParameters();
        if (isExact)
            return crnnStepLogits(layout, plain, input, isTraining);
        const std::vector<at::Tensor> convolutions = rounded(plain);
        at::Tensor x = crnnFirstInput(input.to(at::kBFloat16));
        for (std::size_t block = 0; block < layout.blocks.size(); ++block)
            x = crnnBlockOutput(layout, block, convolutions, x, isTraining);
        return crnnHeadLogits(layout, plain, x.to(at::kFloat), isTraining);
    }

    [[nodiscard]] std::vector<at::Tensor> crnnParameters() const {
        return settings.normalises ? foldedParameters(layout, parameters, statistics) : parameters;
    }

    void noteStatistics() {
        statisticsOfStep.clear();
        for (const at::Tensor &statistic : statistics)
            statisticsOfStep.push_back(statistic.clone());
    }

    [[nodiscard]] std::vector<NamedTensor> named(const std::vector<at::Tensor> &tensors,
                                                 const std::vector<std::string> &by) const {
        std::vector<NamedTensor> made;
        for (std::size_t i = 0; i < tensors.size(); ++i)
            made.push_back(namedTensor(by[i], tensors[i].detach().to(at::kCPU)));
        return made;
    }
};

TrainingNetwork::TrainingNetwork(std::unique_ptr<State> state) : state_(std::move(state)) {}
TrainingNetwork::TrainingNetwork(TrainingNetwork &&) noexcept = default;
TrainingNetwork &TrainingNetwork::operator=(TrainingNetwork &&) noexcept = default;
TrainingNetwork::~TrainingNetwork() = default;

Result<TrainingNetwork> TrainingNetwork::make(const CrnnDescription &description, const TrainingSettings &settings) {
    const std::string name = TAGSCOPE_TRY(chosenDevice(settings.device));
    const at::Device device(name);
    auto state = std::make_unique<State>();
    state->layout = description.layout;
    state->settings = settings;
    state->device = device;
    for (const NamedTensor &initial : crnnInitialParameters(description.layout, settings.seed)) {
        state->names.push_back(initial.name);
        state->parameters.push_back(tensorOf(initial.values, initial.shape).to(device).requires_grad_(true));
        state->momenta.push_back(at::zeros_like(state->parameters.back()).requires_grad_(false));
        if (settings.optimiser == Optimiser::Adam)
            state->squares.push_back(at::zeros_like(state->momenta.back()));
    }
    if (settings.normalises)
        state->statistics = firstBlockStatistics(state->layout, state->parameters);
    state->noteStatistics();
    return TrainingNetwork(std::move(state));
}

std::size_t TrainingNetwork::groupSize(std::size_t frames) const {
    if (!state_->device.is_cpu())
        return kClipsOnGpu;
    const std::size_t bytes = sizeof(float) * largestLayer(state_->layout, frames);
    return std::clamp(kBytesOfLayer / bytes, std::size_t{1}, kMostClipsOnCpu);
}

std::size_t TrainingNetwork::inferenceGroupSize(std::size_t frames) const {
    if (state_->device.is_cpu())
        return groupSize(frames);
    const std::size_t bytes = 2 * sizeof(float) * largestLayer(state_->layout, frames);
    return std::clamp(bytesForInference() / bytes, std::size_t{1}, kClipsOnGpu);
}

double TrainingNetwork::addGradient(std::span<const float> features, std::span<const float> labels,
                                    std::size_t clipsOfBatch, std::uint64_t seed) {
    const std::size_t events = state_->layout.events.size();
    const std::size_t clips = labels.size() / events;
    const std::size_t numbers = features.size() / clips;
    double sum = 0.0;
    const auto add = [&](std::size_t first, std::size_t count) {
        const std::vector<at::Tensor> before = state_->gradientsToGoBackTo();
        try {
            sum += state_->addGradient(features.subspan(first * numbers, count * numbers),
                                       labels.subspan(first * events, count * events), clipsOfBatch, seed + first);
        } catch (const c10::OutOfMemoryError &) {
            // Backward may have come to some of the parameters already.
            for (std::size_t i = 0; i < before.size(); ++i)
                state_->parameters[i].mutable_grad() = before[i];
            throw;
        }
    };
    if (inHalvesWhereMemoryIsShort<c10::OutOfMemoryError>(clips, state_->clipsForGradient, add))
        logWarning("The device's memory is too small: training goes on with " +
                   std::to_string(state_->clipsForGradient) + " clips at once.");
    return sum;
}

double TrainingNetwork::State::addGradient(std::span<const float> features, std::span<const float> labels,
                                           std::size_t clipsOfBatch, std::uint64_t seed) const {
    const auto events = static_cast<std::int64_t>(layout.events.size());
    const std::int64_t clips = static_cast<std::int64_t>(labels.size()) / events;
    at::Generator generator = at::globalContext().defaultGenerator(device);
    generator.set_current_seed(seed);
    const at::Tensor logits = clipLogits(stepLogits(toDevice(features, clips), true));
    auto *labelValues = const_cast<float *>(labels.data());
    const at::Tensor truth = at::from_blob(labelValues, {clips, events}, at::kFloat).to(device);
    const at::Tensor sum = summedCrossEntropy(logits, truth);
    (sum / static_cast<double>(static_cast<std::int64_t>(clipsOfBatch) * events)).backward();
    return sum.item<double>();
}

std::string TrainingNetwork::nonFiniteGradient() const {
    const at::NoGradGuard noGrad;
    // One answer for all, because each is a wait for the device.
    std::vector<at::Tensor> isFinite;
    for (const at::Tensor &parameter : state_->parameters)
        isFinite.push_back(at::isfinite(parameter.grad()).all());
    if (at::stack(isFinite).all().item<bool>())
        return {};
    const auto first = std::ranges::find_if(isFinite, [](const at::Tensor &one) { return !one.item<bool>(); });
    return state_->names[static_cast<std::size_t>(first - isFinite.begin())];
}

void TrainingNetwork::step(double learningRate, int number) {
    const std::vector<at::Tensor> gradients = state_->gradients();
    clipGradients(gradients, state_->settings.clipping, state_->settings.clipAt);
    if (state_->settings.optimiser == Optimiser::Adam)
        descendByAdam(state_->parameters, gradients, state_->momenta, state_->squares, state_->settings.weightDecay,
                      learningRate, number);
    else
        descend(state_->parameters, gradients, state_->momenta, state_->settings, learningRate);
    state_->noteStatistics();
    forgetGradient();
}

void TrainingNetwork::forgetGradient() {
    const at::NoGradGuard noGrad;
    for (std::size_t i = 0; i < state_->statistics.size(); ++i)
        state_->statistics[i].copy_(state_->statisticsOfStep[i]);
    for (at::Tensor &parameter : state_->parameters)
        parameter.mutable_grad().reset();
}

Matrix TrainingNetwork::logits(std::span<const float> features, std::size_t clips) const {
    const at::NoGradGuard noGrad;
    Matrix logits(clips, state_->layout.events.size());
    const std::size_t numbers = features.size() / std::max<std::size_t>(clips, 1);
    const auto compute = [&](std::size_t first, std::size_t count) {
        const at::Tensor input =
            state_->toDevice(features.subspan(first * numbers, count * numbers), static_cast<std::int64_t>(count));
        const at::Tensor made = clipLogits(state_->stepLogits(input, false)).to(at::kCPU, at::kFloat).contiguous();
        at::from_blob(logits.row(first).data(), made.sizes(), at::kFloat).copy_(made);
    };
    (void)inHalvesWhereMemoryIsShort<c10::OutOfMemoryError>(clips, state_->clipsForLogits, compute);
    return logits;
}

std::vector<NamedTensor> TrainingNetwork::weights() const {
    return state_->named(state_->parameters, state_->names);
}

std::vector<NamedTensor> TrainingNetwork::momenta() const {
    return state_->named(state_->momenta, state_->names);
}

std::vector<NamedTensor> TrainingNetwork::squares() const {
    return state_->named(state_->squares, state_->names);
}

std::vector<NamedTensor> TrainingNetwork::statistics() const {
    return state_->named(state_->statistics, blockStatisticNames(state_->layout));
}

std::vector<NamedTensor> TrainingNetwork::crnnWeights() const {
    return state_->named(state_->crnnParameters(), state_->names);
}

Result<void> TrainingNetwork::restore(const std::vector<NamedTensor> &weights, const std::vector<NamedTensor> &momenta,
                                      const std::vector<NamedTensor> &squares,
                                      const std::vector<NamedTensor> &statistics) {
    const at::NoGradGuard noGrad;
    const auto restoreInto = [](const std::vector<at::Tensor> &targets, const std::vector<std::string> &names,
                                const std::vector<NamedTensor> &sources) -> Result<void> {
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const auto found = std::ranges::find(sources, names[i], &NamedTensor::name);
            if (found == sources.end() || found->shape != targets[i].sizes().vec())
                return fail(Error::Kind::Inconsistent, {"training.checkpoint_shape", names[i]});
            targets[i].copy_(tensorOf(found->values, found->shape));
        }
        return {};
    };
    TAGSCOPE_TRY(restoreInto(state_->parameters, state_->names, weights));
    TAGSCOPE_TRY(restoreInto(state_->momenta, state_->names, momenta));
    TAGSCOPE_TRY(restoreInto(state_->squares, state_->names, squares));
    TAGSCOPE_TRY(restoreInto(state_->statistics, blockStatisticNames(state_->layout), statistics));
    state_->noteStatistics();
    return {};
}

std::uint64_t TrainingNetwork::deviceBytes() const {
    if (!state_->device.is_cpu())
        if (const std::optional<DeviceMemory> memory = cudaMemory())
            return memory->total - memory->free;
    return residentMemory();
}

} // namespace tagscope
