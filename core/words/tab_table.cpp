// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/tab_table.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{16} << 20U; // AudioSet's 527 events take 30 kB

std::vector<std::string> cellsOf(std::string_view line) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        cells.emplace_back(trimmed(line.substr(at, end - at)));
        at = end + 1;
    }
    return cells;
}

Result<std::string> contentOf(const std::filesystem::path &file) {
    std::error_code error;
    std::ifstream stream;
    if (!std::filesystem::is_directory(file, error))
        stream.open(file, std::ios::binary);
    if (!stream.is_open())
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    std::string content(std::min(std::filesystem::file_size(file, error), kMaxFileBytes + 1), '\0');
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, error.message());
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (content.size() > kMaxFileBytes)
        return fail(Error::Kind::Malformed, {"words.list_too_large", file});
    return content;
}

} // namespace

std::optional<double> parsedNumber(std::string_view text) {
    double number = 0.0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || stop != text.data() + text.size())
        return std::nullopt;
    return number;
}

Result<TabTable> TabTable::read(const std::filesystem::path &file, const std::vector<std::string_view> &knownColumns,
                                const std::vector<std::string_view> &requiredColumns) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    const std::string content = TAGSCOPE_TRY(contentOf(file));
    TabTable table;
    table.file_ = file;
    std::string_view rest = content;
    if (rest.starts_with(kByteOrderMark))
        rest.remove_prefix(kByteOrderMark.size());
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        TAGSCOPE_TRY(table.addLine(rest.substr(0, end), line, knownColumns, requiredColumns));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (table.rows_.empty())
        return fail(Error::Kind::Malformed, {"words.no_classes", file});
    return table;
}

Result<void> TabTable::addLine(std::string_view text, std::size_t line,
                               const std::vector<std::string_view> &knownColumns,
                               const std::vector<std::string_view> &requiredColumns) {
    if (trimmed(text).empty() || text.front() == '#')
        return {};
    Row row{line, cellsOf(text)};
    if (columns_.empty())
        return readHeader(row, knownColumns, requiredColumns);
    const bool hasSurplus = row.cells.size() > columns_.size() &&
                            std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns_.size()),
                                        row.cells.end(), [](const std::string &cell) { return !cell.empty(); });
    if (hasSurplus)
        return malformed(row, "words.too_many_cells");
    rows_.push_back(std::move(row));
    return {};
}

Result<void> TabTable::readHeader(const Row &header, const std::vector<std::string_view> &knownColumns,
                                  const std::vector<std::string_view> &requiredColumns) {
    const auto holds = [](const auto &columns, std::string_view name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
    };
    for (const std::string &name : header.cells) {
        if (!holds(knownColumns, name))
            return malformed(header, {"words.unknown_column", name});
        if (holds(columns_, name))
            return malformed(header, {"words.column_twice", name});
        columns_.push_back(name);
    }
    for (const std::string_view name : requiredColumns)
        if (!holds(columns_, name))
            return malformed(header, {"words.column_missing", name});
    return {};
}

std::string_view TabTable::cell(const Row &row, std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    const auto index = static_cast<std::size_t>(std::distance(columns_.begin(), found));
    return index < row.cells.size() && found != columns_.end() ? std::string_view(row.cells[index])
                                                               : std::string_view();
}

tl::unexpected<Error> TabTable::malformed(const Row &row, const Message &why) const {
    return fail(Error::Kind::Malformed, {"words.in_line", file_, row.line, why});
}

tl::unexpected<Error> TabTable::inconsistent(const Row &row, const Message &why) const {
    return fail(Error::Kind::Inconsistent, {"words.in_line", file_, row.line, why});
}

} // namespace tagscope
