// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the readers of clip lists share.
namespace tagscope {

// "60.000"; nothing for what is no number, infinite or negative.
[[nodiscard]] std::optional<Seconds> timeOf(std::string_view text);

// "60.000"
[[nodiscard]] std::string withThreeDecimals(Seconds time);

// The parts of a cell without the blanks around them; empty ones are left out.
[[nodiscard]] std::vector<std::string> cellsSeparatedBy(char separator, std::string_view cell);

// Malformed: "FILE, line 3, column 2: what". `column` counts from 0.
[[nodiscard]] tl::unexpected<Error> failInCell(const std::filesystem::path &file, std::size_t line, std::size_t column,
                                               const Message &what);

} // namespace tagscope
