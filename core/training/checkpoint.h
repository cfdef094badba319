// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/network/tensor_file.h"
#include "core/training/plateau_schedule.h"
#include "core/training/trainer.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// Everything that a run has to know to go on as if it had not been stopped. Random numbers follow from seed, epoch and
// batch, so their state is the position.
struct Checkpoint {
    std::string identity;      // of settings and data; a checkpoint of another identity is not gone on from
    int epoch = 0;             // the one under way
    int batch = 0;             // the next one in it
    double lossSum = 0.0;      // over the epoch's batches so far
    double secondsSpent = 0.0; // in the epoch so far
    PlateauSchedule schedule;
    std::vector<EpochReport> epochs; // completed
    std::vector<NamedTensor> weights;
    std::vector<NamedTensor> momenta;
    std::vector<NamedTensor> squares;    // of Adam, else none
    std::vector<NamedTensor> statistics; // of normalised blocks, else none
};

// What has to be the same for a run to be gone on with: the settings but for the device, the number of epochs and the
// frequency of checkpoints, the layout, and the labels.
[[nodiscard]] std::string identityOf(const TrainingData &data, const TrainingSettings &settings);

// As versions before 0.2 had it, which took the device for a setting.
[[nodiscard]] std::string earlierIdentityOf(const TrainingData &data, const TrainingSettings &settings);

// Atomic: .safetensors with tensors "weight.NAME", "momentum.NAME", "square.NAME" and "statistic.NAME", and the
// rest as JSON in its metadata, with a sum over all values, which is checked when it is read.
[[nodiscard]] Result<void> writeCheckpoint(const std::filesystem::path &file, const Checkpoint &checkpoint);

// Nothing where there is no such file. Errors: those of TensorFile, Malformed, Unsupported (of a later version),
// Inconsistent (of another identity; says what to do).
[[nodiscard]] Result<std::optional<Checkpoint>> readCheckpoint(const std::filesystem::path &file,
                                                               const std::string &identity);

} // namespace tagscope
