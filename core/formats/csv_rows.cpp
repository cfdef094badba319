// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_rows.h"

#include "core/base/try.h"
#include "core/formats/text_content.h"
#include "core/formats/text_lines.h"

#include <algorithm>
#include <csv.h>
#include <utility>

namespace tagscope {

namespace {

// libcsv's parser, collecting rows for a caller that feeds it line after line. Not copied: libcsv keeps its address.
class Parser {
public:
    explicit Parser(char separator = ',') {
        isReady_ = csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) == 0;
        if (isReady_)
            csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    ~Parser() {
        if (isReady_)
            csv_free(&parser_);
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    // False where the text breaks RFC 4180.
    [[nodiscard]] bool feed(const std::string &text) {
        return isReady_ && csv_parse(&parser_, text.data(), text.size(), takeCell, takeRowEnd, this) == text.size();
    }
    [[nodiscard]] bool finish() { return isReady_ && csv_fini(&parser_, takeCell, takeRowEnd, this) == 0; }

    // Rows completed since the last call.
    [[nodiscard]] std::vector<std::vector<std::string>> takeRows() { return std::exchange(rows_, {}); }

private:
    static void takeCell(void *text, std::size_t size, void *self) {
        static_cast<Parser *>(self)->cells_.emplace_back(static_cast<const char *>(text), size);
    }
    static void takeRowEnd(int /*terminator*/, void *self) {
        auto *parser = static_cast<Parser *>(self);
        parser->rows_.push_back(std::exchange(parser->cells_, {}));
    }

    csv_parser parser_{};
    bool isReady_ = false;
    std::vector<std::string> cells_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace

Result<void> forEachCsvRow(const std::filesystem::path &file, const std::function<Result<void>(CsvRow &&)> &take) {
    TextLines lines = TAGSCOPE_TRY(TextLines::open(file));
    Parser parser;
    std::string line;
    for (;;) {
        const bool more = TAGSCOPE_TRY(lines.next(line));
        if (!more)
            break;
        if (!parser.feed(line + '\n'))
            return lines.failHere("formats.quotation_mark_in_cell");
        for (std::vector<std::string> &cells : parser.takeRows())
            TAGSCOPE_TRY(take({lines.number(), std::move(cells)}));
    }
    // Each line was fed with its end, so that only an open quotation can be left.
    if (!parser.finish())
        return lines.failHere("formats.ends_in_quoted_cell");
    return {};
}

Result<void> forEachCsvRowIn(const std::filesystem::path &file, const std::string &text, char separator,
                             const std::function<Result<void>(CsvRow &&)> &take) {
    Parser parser(separator);
    std::size_t number = 0;
    const auto failHere = [&](const Message &what) {
        return fail(Error::Kind::Malformed, {"base.in_line", file, number, what});
    };
    std::string_view line;
    std::string fed;
    for (std::size_t at = 0; nextLine(text, at, line);) {
        ++number;
        (fed = line) += '\n';
        if (!parser.feed(fed))
            return failHere("formats.quotation_mark_in_cell");
        for (std::vector<std::string> &cells : parser.takeRows())
            TAGSCOPE_TRY(take({number, std::move(cells)}));
    }
    return parser.finish() ? Result<void>() : failHere("formats.ends_in_quoted_cell");
}

char separatorOf(std::string_view text) {
    const std::string_view from = text.substr(std::min(text.find_first_not_of("\r\n"), text.size()));
    const std::string_view line = from.substr(0, from.find_first_of("\r\n"));
    if (line.find('\t') != std::string_view::npos)
        return '\t';
    bool isQuoted = false;
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    for (const char c : line) {
        isQuoted = isQuoted != (c == '"');
        commas += !isQuoted && c == ',' ? 1U : 0U;
        semicolons += !isQuoted && c == ';' ? 1U : 0U;
    }
    return semicolons > commas ? ';' : ',';
}

} // namespace tagscope
