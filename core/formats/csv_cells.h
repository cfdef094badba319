// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Cells of written tables, the same whatever the person's locale.
namespace tagscope {

// In quotation marks where RFC 4180, or a reader that takes off blanks, asks for it.
[[nodiscard]] std::string csvCell(std::string_view text);

// The fewest digits that read back as the same number, through a double as well.
[[nodiscard]] std::string shortestNumber(float value);
[[nodiscard]] std::string shortestNumber(double value);

} // namespace tagscope
