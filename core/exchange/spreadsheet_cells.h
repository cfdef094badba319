// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace tagscope {

// A CSV with an apostrophe before each cell that a spreadsheet would take for a formula: what begins with =, +, -, @, a
// tab or a line end, and is no number. Names come from strangers' files, and a formula can run a program.
// Errors: Malformed (no CSV).
[[nodiscard]] Result<std::string> forSpreadsheets(const std::string &csv);

} // namespace tagscope
