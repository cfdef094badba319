// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace tagscope::cli {

// "audit remarks": what annotators flagged, and the events that they hear and the project does not have.
void addRemarksCommand(CLI::App &audit, ChosenCommand &chosen);

} // namespace tagscope::cli
