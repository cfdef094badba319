// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/dcase_lists.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/formats/region_format.h"
#include "core/formats/region_list.h"
#include "core/formats/text_lines.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace tagscope {

namespace {

// The fields between tabs without the blanks around them, and without empty ones at the end.
std::vector<std::string_view> fieldsOf(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t tab = std::min(line.find('\t', start), line.size());
        fields.push_back(trimmed(line.substr(start, tab - start)));
        start = tab + 1;
    }
    while (!fields.empty() && fields.back().empty())
        fields.pop_back();
    return fields;
}

std::optional<Seconds> timeOf(std::string_view field) {
    double value = 0.0;
    const char *end = field.data() + field.size();
    const auto [stop, error] = std::from_chars(field.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value) || value < 0.0)
        return std::nullopt;
    return Seconds(value);
}

// Three or more commas and no tab: a clip list, or a list that was saved with commas.
bool looksCommaSeparated(std::string_view field) {
    return std::count(field.begin(), field.end(), ',') >= 3;
}

Result<DcaseRow> rowOf(const std::vector<std::string_view> &fields, const TextLines &lines) {
    if (fields.front().empty())
        return lines.failHere("formats.file_name_missing");
    DcaseRow row{std::string(fields.front()), Seconds(0), Seconds(0), std::nullopt};
    if (fields.size() == 1) {
        if (looksCommaSeparated(fields.front()))
            return lines.failHere("formats.commas_for_tabs");
        return row;
    }
    if (fields.size() != 4)
        return lines.failHere({"formats.dcase_four_columns", fields.size()});
    const std::optional<Seconds> onset = timeOf(fields[1]);
    const std::optional<Seconds> offset = timeOf(fields[2]);
    if (!onset || !offset)
        return lines.failHere({"formats.column_not_time", onset ? 3 : 2, onset ? fields[2] : fields[1]});
    if (*onset > *offset)
        return lines.failHere({"formats.onset_after_offset", fields[1], fields[2]});
    row.onset = *onset;
    row.offset = *offset;
    row.label = std::string(fields[3]);
    return row;
}

} // namespace

Result<std::vector<DcaseRow>> readDcaseList(const std::filesystem::path &file) {
    TextLines lines = TAGSCOPE_TRY(TextLines::open(file));
    std::vector<DcaseRow> rows;
    std::string line;
    for (;;) {
        const bool more = TAGSCOPE_TRY(lines.next(line));
        if (!more)
            return rows;
        const std::vector<std::string_view> fields = fieldsOf(line);
        if (fields.empty())
            continue;
        DcaseRow row = TAGSCOPE_TRY(rowOf(fields, lines));
        rows.push_back(std::move(row));
    }
}

Result<std::string> dcaseListText(const std::vector<DcaseRow> &rows) {
    std::string text;
    for (const DcaseRow &row : rows) {
        for (const std::string &cell : {row.file, row.label.value_or("-")})
            if (cell.empty() || cell.find_first_of("\t\r\n") != std::string::npos || trimmed(cell) != cell)
                return fail(Error::Kind::Inconsistent, {"formats.not_for_tab_list", cell});
        text += row.file;
        if (row.label)
            text += "\t" + withThreeDecimals(row.onset) + "\t" + withThreeDecimals(row.offset) + "\t" + *row.label;
        text += "\n";
    }
    return text;
}

RegionFormat dcase2017StrongRegions() {
    static constexpr Seconds kStep{0.001};
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &) {
        std::vector<DcaseRow> rows;
        for (const RegionsOfClip &clip : regions)
            for (const TimedLabel &label : clip.labels)
                // As long as its last digit at least: an end at 0 would mean "not heard".
                rows.push_back(
                    {clip.clip + ".wav", label.onset, std::max(label.offset, label.onset + kStep), label.label});
        return dcaseListText(rows);
    };
    return {.id = "dcase2017-strong",
            .title = "DCASE 2017 (strong)",
            .layout = RegionFormat::Layout::List,
            .suffixes = {".csv"},
            .read = readRegionList,
            .write = write,
            .holds = {.step = kStep.count()}};
}

} // namespace tagscope
