#pragma once

#include "command.h"

namespace tagscope::cli {

// The subcommand `audit precision`.
void addPrecisionCommand(CLI::App &audit, ChosenCommand &chosen);

} // namespace tagscope::cli
