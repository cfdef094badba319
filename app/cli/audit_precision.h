// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace tagscope::cli {

// The subcommand `audit precision`.
void addPrecisionCommand(CLI::App &audit, ChosenCommand &chosen);

} // namespace tagscope::cli
