// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <vector>

namespace tagscope {

// The project's runs, newest first. One that is noted as running while no other program has the project open for
// writing was cut off, by a kill or a failure of power: it is Stopped. Not for the program that trains it meanwhile.
[[nodiscard]] Result<std::vector<TrainingRun>> runsWithState(const Project &project);

} // namespace tagscope
