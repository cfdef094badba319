// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/training/training_progress.h"
#include "core/training/training_settings.h"

#include <optional>
#include <vector>

// What a project keeps of its training, for those who look at it; nothing here needs a network.
namespace tagscope {

// A run as the project knows it, with the rows of its log.
struct RunRecord {
    TrainingRun run;
    std::vector<EpochReport> epochs;          // none where the log cannot be read
    std::optional<TrainingSettings> settings; // nothing where they cannot be read
    std::vector<int> keptEpochs = {};         // whose networks are there, ascending, counted from 0
};

// Newest first; as runsWithState() tells their state. Errors: those of Project.
[[nodiscard]] Result<std::vector<RunRecord>> runRecords(const Project &project);

// The project's setting "training", nothing where it has none. Errors: as trainingSettingsFromJson(), those of Project.
[[nodiscard]] Result<std::optional<TrainingSettings>> storedTrainingSettings(const Project &project);
// Those, or the recipe for as many clips as there are for training (recipes.h).
[[nodiscard]] Result<TrainingSettings> projectTrainingSettings(const Project &project);

} // namespace tagscope
