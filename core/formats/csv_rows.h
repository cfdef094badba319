// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
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

} // namespace tagscope
