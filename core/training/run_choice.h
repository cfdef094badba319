// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/training/training_settings.h"

#include <span>
#include <string>

// Which run of a project is trained: a new one, or one that was begun before.
namespace tagscope {

// The run to train, and the settings with which it starts or was started.
struct ChosenRun {
    std::string name;
    TrainingSettings settings;
    int epochs = 0; // completed before
};

// "run-1", "run-2", …: the first that no run has.
[[nodiscard]] std::string freeRunName(std::span<const TrainingRun> runs);

// One with the project's settings. Empty: a free name. Errors: Inconsistent (there is a run of this name, or a
// checkpoint in its directory), those of projectTrainingSettings() and Project.
[[nodiscard]] Result<ChosenRun> newRun(const Project &project, const std::string &name);

// One to go on with, with the settings that it began with. Empty: the newest that is not finished. Errors: Inconsistent
// (there is none), those of trainingSettingsFromJson() and Project.
[[nodiscard]] Result<ChosenRun> earlierRun(const Project &project, const std::string &name);

} // namespace tagscope
