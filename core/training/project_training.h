// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/training/run_records.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Training of a project: its clips, labels and features to the trainer, and what the trainer says back to the project.
namespace tagscope {

inline constexpr std::string_view kTrainingSplit = "training";
inline constexpr std::string_view kValidationSplit = "validation";

// What of a project a run learns from, and what is left out of it.
struct TrainingClips {
    std::size_t training = 0; // with features
    std::size_t validation = 0;
    std::size_t trainingWithoutFeatures = 0; // no media, no sound, or not in the feature store
    std::size_t validationWithoutFeatures = 0;
};

// Reads the index of the project's feature store, which has to be there. Errors: those of FeatureStore::open() and of
// the project.
[[nodiscard]] Result<TrainingClips> trainingClips(const Project &project);

// Bytes that a run with these settings keeps of its epochs (core/training/kept_epochs.h); 0 where it keeps none.
// Errors: those of FeatureStore::open().
[[nodiscard]] Result<std::uint64_t> bytesToKeep(const Project &project, const TrainingSettings &settings);

// The run of this name, if the project knows one.
[[nodiscard]] Result<std::optional<TrainingRun>> runNamed(const Project &project, std::string_view run);

// Trains on the training split's clips that have features, with the labels that `settings.truth` names, and
// validates on the validation split's, with their weak ones. Goes on from the checkpoint where the run has one, as
// train() does. The run's row in the project is written after the first batch, after each epoch and at the end:
// Finished, Stopped (after a stop) or Failed. Blocks until the training ends; `observer` is called on this thread. The
// project may be used from other threads meanwhile. Errors: those of train() and FeatureStore::open(); Inconsistent for
// a name that cannot be a directory's, no clips with features in one of the two splits, or a project that is open
// ReadOnly.
[[nodiscard]] Result<TrainingOutcome> trainRun(Project &project, const std::string &run,
                                               const TrainingSettings &settings, const TrainingObserver &observer = {},
                                               TrainingControl *control = nullptr, std::stop_token stop = {});

// Clips of one's own choice in place of the two splits.
struct ClipChoice {
    std::vector<Clip> training;
    std::vector<Clip> validation;
};
[[nodiscard]] Result<TrainingOutcome> trainRunOn(Project &project, const std::string &run, const ClipChoice &clips,
                                                 const TrainingSettings &settings,
                                                 const TrainingObserver &observer = {},
                                                 TrainingControl *control = nullptr, std::stop_token stop = {});

} // namespace tagscope
