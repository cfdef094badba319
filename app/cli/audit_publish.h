// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace tagscope::cli {

// audit publish: corrected labels, votes, agreement and the method as a folder that others can check.
void addPublishCommand(CLI::App &audit, ChosenCommand &chosen);

} // namespace tagscope::cli
