// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace tagscope::cli {

// What --informed does, wherever a stage can be chosen.
inline constexpr const char *kInformedHelp =
    "With --stage: also verdicts given after the annotator had seen more of the clip than the stage shows";

// audit truth: from the votes of annotators to what is true, by each rule.
void addTruthCommand(CLI::App &audit, ChosenCommand &chosen);

} // namespace tagscope::cli
