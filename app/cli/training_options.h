// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/training_settings.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tagscope::cli {

// Those that the paper has not.
struct FewClipOverrides {
    std::optional<int> kernel;
    std::vector<int> poolTime;
    std::vector<int> poolBands;
    std::optional<std::string> optimiser;
    std::optional<double> weightDecay;
    std::optional<std::string> schedule;
    std::optional<bool> normalises;
    std::optional<double> mixUp;
    std::optional<int> masks;
    std::optional<bool> rolls;
    std::optional<double> gain;
};

// Hyperparameters as the command line gives them: those of a file, and over them those that are named one by one.
struct TrainingOverrides {
    std::string file;                  // JSON, trainingSettingsFromJson()
    std::optional<std::string> recipe; // settings to start from
    std::optional<int> batchSize;
    std::optional<double> learningRate;
    std::optional<double> momentum;
    bool isNotNesterov = false;
    std::optional<std::string> clipping;
    std::optional<double> clipAt;
    std::optional<double> decay;
    std::optional<int> patience;
    std::optional<int> epochs;
    std::optional<std::string> order;
    std::optional<std::string> truth;
    std::optional<std::string> precision;
    std::vector<int> channels;
    std::optional<int> gruUnits;
    std::optional<double> dropout;
    FewClipOverrides fewClips;
    std::optional<int> checkpointBatches;
    std::optional<std::string> keepEpochs; // "all", or every so-many-th
    std::optional<std::string> device;     // of the common options, where they were given
    std::optional<std::uint64_t> seed;
};

void addTrainingOptions(CLI::App &command, TrainingOverrides &overrides);

// `settings` with the file's values instead of all, and the single ones over them. Errors: those of reading the file,
// Inconsistent for values that are out of range.
[[nodiscard]] Result<TrainingSettings> overridden(TrainingSettings settings, const TrainingOverrides &overrides);

} // namespace tagscope::cli
