// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// A row of a CSV file, and the line on which it ends.
struct CsvRow {
    std::size_t line = 0;
    std::vector<std::string> cells;
};

// Hands each row of a CSV file (RFC 4180; CRLF or LF) to `take`, which may end the reading with an error. Blank lines
// are left out, and blanks around a cell that is not quoted. Errors: Unreadable, Malformed, and those of `take`.
[[nodiscard]] Result<void> forEachCsvRow(const std::filesystem::path &file,
                                         const std::function<Result<void>(CsvRow &&)> &take);

// The same of a text that is read already, with another separator.
[[nodiscard]] Result<void> forEachCsvRowIn(const std::filesystem::path &file, const std::string &text, char separator,
                                           const std::function<Result<void>(CsvRow &&)> &take);
// What separates the cells of the first line that holds something: a tab where there is one, else what is there more
// often of commas and semicolons.
[[nodiscard]] char separatorOf(std::string_view text);

} // namespace tagscope
