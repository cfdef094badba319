// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace tagscope::cli {

// audit truth: from the votes of annotators to what is true, by each rule.
void addTruthCommand(CLI::App &audit, ChosenCommand &chosen);

} // namespace tagscope::cli
