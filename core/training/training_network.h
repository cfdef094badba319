// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/network/tensor_file.h"
#include "core/training/trainer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tagscope {

// The CRNN with what training adds to it: gradients and momenta, on the chosen device. Used by one thread; LibTorch's
// exceptions leave its functions.
class TrainingNetwork {
public:
    // Seeded first weights. Errors: Unsupported for a device that is not there.
    [[nodiscard]] static Result<TrainingNetwork> make(const CrnnDescription &description,
                                                      const TrainingSettings &settings);

    TrainingNetwork(TrainingNetwork &&) noexcept;
    TrainingNetwork &operator=(TrainingNetwork &&) noexcept;
    ~TrainingNetwork();

    // Clips of so many frames that are computed at once: what the device's caches and memory suit.
    [[nodiscard]] std::size_t groupSize(std::size_t frames) const;
    // The same where no gradient is wanted: on a device by its free memory.
    [[nodiscard]] std::size_t inferenceGroupSize(std::size_t frames) const;

    // Adds the gradient of a group's share of a batch's mean loss; the group's loss, summed over clips and events.
    // `labels`: clips x events. Dropout follows from `seed`. Where the device's memory is too small for so many clips,
    // they are taken in halves, from then on too, which the log says.
    [[nodiscard]] double addGradient(std::span<const float> features, std::span<const float> labels,
                                     std::size_t clipsOfBatch, std::uint64_t seed);
    // The name of a parameter whose gradient is not finite; empty where all are.
    [[nodiscard]] std::string nonFiniteGradient() const;
    // Clips the gradient, takes the step, forgets the gradient. `number`: of the step in its run, from 1.
    void step(double learningRate, int number = 1);
    // And what the groups since the last step did to the blocks' statistics.
    void forgetGradient();

    // Clip logits, clips x events, without dropout.
    [[nodiscard]] Matrix logits(std::span<const float> features, std::size_t clips) const;

    // What it knows, to go on from. Squares are Adam's; statistics those of normalised blocks; else there are none.
    [[nodiscard]] std::vector<NamedTensor> weights() const;
    [[nodiscard]] std::vector<NamedTensor> momenta() const;
    [[nodiscard]] std::vector<NamedTensor> squares() const;
    [[nodiscard]] std::vector<NamedTensor> statistics() const;
    // Errors: Inconsistent, naming a tensor that is missing or of another shape.
    [[nodiscard]] Result<void> restore(const std::vector<NamedTensor> &weights, const std::vector<NamedTensor> &momenta,
                                       const std::vector<NamedTensor> &squares = {},
                                       const std::vector<NamedTensor> &statistics = {});
    // The weights of the CRNN that gives its logits().
    [[nodiscard]] std::vector<NamedTensor> crnnWeights() const;

    // Memory in use: the device's, or on the processor this program's.
    [[nodiscard]] std::uint64_t deviceBytes() const;

private:
    struct State;
    explicit TrainingNetwork(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
