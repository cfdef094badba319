// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// A small tab-separated table with a line of column names at its head, as people edit it: a byte-order mark, CRLF,
// blank lines and lines that start with # are accepted, cells are trimmed, and cells at a line's end may be missing.
class TabTable {
public:
    struct Row {
        std::size_t line = 0;
        std::vector<std::string> cells;
    };

    // Errors, with file and line: Unreadable; Malformed (no rows, an unknown column, a required one missing, more
    // cells than columns, a file far too large for a list).
    [[nodiscard]] static Result<TabTable> read(const std::filesystem::path &file,
                                               const std::vector<std::string_view> &knownColumns,
                                               const std::vector<std::string_view> &requiredColumns);

    [[nodiscard]] const std::vector<Row> &rows() const { return rows_; }
    [[nodiscard]] std::string_view cell(const Row &row, std::string_view column) const; // empty where there is none

    // Errors that tell the file and the row's line.
    [[nodiscard]] tl::unexpected<Error> malformed(const Row &row, const Message &why) const;
    [[nodiscard]] tl::unexpected<Error> inconsistent(const Row &row, const Message &why) const;

private:
    Result<void> readHeader(const Row &header, const std::vector<std::string_view> &knownColumns,
                            const std::vector<std::string_view> &requiredColumns);
    Result<void> addLine(std::string_view text, std::size_t line, const std::vector<std::string_view> &knownColumns,
                         const std::vector<std::string_view> &requiredColumns);

    std::filesystem::path file_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
};

// A number that fills the whole text; "inf" is one.
[[nodiscard]] std::optional<double> parsedNumber(std::string_view text);

} // namespace tagscope
