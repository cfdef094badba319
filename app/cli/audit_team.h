// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace tagscope::cli {

// audit plan, progress, merge: a lead and the annotators.
void addTeamCommands(CLI::App &audit, ChosenCommand &chosen);

} // namespace tagscope::cli
