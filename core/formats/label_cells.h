// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

#include <optional>
#include <string>
#include <string_view>

// What the writers and readers of labels share.
namespace tagscope {

// A finite number, a sign and blanks around it allowed; with a comma for the point where the writer's country has it.
[[nodiscard]] std::optional<double> numberOf(std::string_view text);

// "2.300000"
[[nodiscard]] std::string withSixDecimals(double value);
// "2.3": the shortest that is read back as the same number.
[[nodiscard]] std::string shortestText(double value);

// Without tabs and line ends, which would end the cell.
[[nodiscard]] std::string asCell(std::string text);

} // namespace tagscope
