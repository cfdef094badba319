// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_list.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/csv_cells.h"
#include "core/formats/csv_rows.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace tagscope {
namespace {

enum ListColumn : std::size_t {
    kListFile,
    kListOnset,
    kListOffset,
    kListLabel,
    kListAnnotator,
    kListLow,
    kListHigh,
    kListConfidence,
    kListChannel,
    kListNote,
    kListPresent,
    kListColumns
};

struct ListColumnName {
    std::string_view name; // in normal form
    ListColumn column;
};
constexpr std::array kListNames{ListColumnName{"filename", kListFile},
                                ListColumnName{"file", kListFile},
                                ListColumnName{"file_name", kListFile},
                                ListColumnName{"path", kListFile},
                                ListColumnName{"clip", kListFile},
                                ListColumnName{"segment_id", kListFile},
                                ListColumnName{"audio_filename", kListFile},
                                ListColumnName{"onset", kListOnset},
                                ListColumnName{"start", kListOnset},
                                ListColumnName{"start (s)", kListOnset},
                                ListColumnName{"start_time", kListOnset},
                                ListColumnName{"start_time_seconds", kListOnset},
                                ListColumnName{"begin time (s)", kListOnset},
                                ListColumnName{"begin", kListOnset},
                                ListColumnName{"offset", kListOffset},
                                ListColumnName{"end", kListOffset},
                                ListColumnName{"end (s)", kListOffset},
                                ListColumnName{"end_time", kListOffset},
                                ListColumnName{"end_time_seconds", kListOffset},
                                ListColumnName{"end time (s)", kListOffset},
                                ListColumnName{"event_label", kListLabel},
                                ListColumnName{"label", kListLabel},
                                ListColumnName{"event", kListLabel},
                                ListColumnName{"class", kListLabel},
                                ListColumnName{"common name", kListLabel},
                                ListColumnName{"annotation", kListLabel},
                                ListColumnName{"species", kListLabel},
                                ListColumnName{"annotator", kListAnnotator},
                                ListColumnName{"low", kListLow},
                                ListColumnName{"low_freq", kListLow},
                                ListColumnName{"low freq (hz)", kListLow},
                                ListColumnName{"high", kListHigh},
                                ListColumnName{"high_freq", kListHigh},
                                ListColumnName{"high freq (hz)", kListHigh},
                                ListColumnName{"confidence", kListConfidence},
                                ListColumnName{"score", kListConfidence},
                                ListColumnName{"channel", kListChannel},
                                ListColumnName{"note", kListNote},
                                ListColumnName{"notes", kListNote},
                                ListColumnName{"present", kListPresent}};

bool isNothing(std::string_view cell) {
    const std::string form = normalForm(cell);
    return form.empty() || form == "nan" || form == "none" || form == "null";
}

class RegionListReader {
public:
    RegionListReader(const std::filesystem::path &file, const RegionReading &reading)
        : file_(file), reading_(reading) {}

    Result<ReadRegions> read() {
        const ForeignText content = TAGSCOPE_TRY(readForeignText(file_, reading_.encoding));
        if (content.note)
            read_.notes.push_back(*content.note);
        const char separator = separatorOf(content.text);
        if (separator == '\t') {
            std::size_t number = 0;
            for (const std::string &line : linesOf(content.text)) {
                ++number;
                if (!trimmed(line).empty())
                    TAGSCOPE_TRY(take({number, tabCells(line)}));
            }
        } else {
            TAGSCOPE_TRY(forEachCsvRowIn(file_, content.text, separator, [this](CsvRow &&row) { return take(row); }));
        }
        if (!hasBegun_)
            return fail(Error::Kind::Malformed, {"base.empty_file", file_});
        noteUnread();
        return withRows(file_, std::move(read_));
    }

private:
    Result<void> take(const CsvRow &row) {
        if (std::ranges::all_of(row.cells, [](const std::string &cell) { return trimmed(cell).empty(); }))
            return {};
        if (!std::exchange(hasBegun_, true) && !isRow(row.cells))
            return takeHeader(row);
        takeRow(row);
        return {};
    }

    // Without a header the first line is a row like the others: its times are numbers, or it is a file alone.
    static bool isRow(const std::vector<std::string> &cells) {
        return cells.size() == 1 || (cells.size() >= 4 && (numberOf(cells[1]) || isNothing(cells[1])) &&
                                     (numberOf(cells[2]) || isNothing(cells[2])));
    }

    Result<void> takeHeader(const CsvRow &row) {
        places_ = {};
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string form = normalForm(row.cells[i]);
            if (!reading_.labelColumn.empty() && form == normalForm(reading_.labelColumn)) {
                places_[kListLabel] = i;
                continue;
            }
            const auto *known = std::ranges::find(kListNames, std::string_view(form), &ListColumnName::name);
            const bool isAsked =
                known != kListNames.end() && known->column == kListLabel && !reading_.labelColumn.empty();
            if (known == kListNames.end() || places_.at(known->column) || isAsked)
                unread_.emplace_back(i, row.cells[i]);
            else
                places_.at(known->column) = i;
        }
        for (const auto &[column, name] :
             {std::pair(kListOnset, "onset"), std::pair(kListOffset, "offset"),
              std::pair(kListLabel, reading_.labelColumn.empty() ? "event_label" : reading_.labelColumn.c_str())})
            if (!places_.at(column))
                return fail(Error::Kind::Malformed,
                            {"base.in_line", file_, row.line, Message("formats.named_column_missing", name)});
        return {};
    }

    void takeRow(const CsvRow &row) {
        const std::string onsetCell = cell(row, kListOnset);
        const std::string offsetCell = cell(row, kListOffset);
        const std::string label = cell(row, kListLabel);
        if (isNothing(onsetCell) && isNothing(offsetCell) && isNothing(label))
            return; // a file without events
        if (label.empty())
            return read_.leaveOut("formats.label_missing", row.line);
        if (places_[kListFile] && cell(row, kListFile).empty())
            return read_.leaveOut("formats.file_name_missing", row.line);
        const std::optional<double> onset = numberOf(onsetCell);
        const std::optional<double> offset = numberOf(offsetCell);
        if (!onset || !offset)
            return read_.leaveOut({"formats.no_time", onset ? offsetCell : onsetCell}, row.line);
        if (normalForm(cell(row, kListPresent)).starts_with("not"))
            return read_.leaveOut("formats.frame_not_present", row.line, false);
        if (*onset == 0.0 && *offset == 0.0)
            return read_.leaveOut("formats.labelled_not_heard", row.line, false);
        TimedLabel region{Seconds(*onset), Seconds(*offset), label, {}, cell(row, kListFile)};
        region.annotator = cell(row, kListAnnotator);
        region.note = cell(row, kListNote);
        region.confidence = numberOf(cell(row, kListConfidence));
        const std::optional<double> low = numberOf(cell(row, kListLow));
        const std::optional<double> high = numberOf(cell(row, kListHigh));
        if (low && high && *low >= 0.0 && *high >= *low)
            region.frequencies = FrequencyRange{*low, *high};
        if (const std::optional<double> channel = numberOf(cell(row, kListChannel));
            channel && *channel >= 1.0 && *channel < 1000.0)
            region.channel = static_cast<int>(*channel);
        for (auto &[column, name] : unread_)
            if (column < row.cells.size() && !trimmed(row.cells[column]).empty())
                isFilled_.push_back(column);
        read_.take(std::move(region), row.line);
    }

    [[nodiscard]] std::string cell(const CsvRow &row, ListColumn column) const {
        const std::optional<std::size_t> place = places_.at(column);
        return place && *place < row.cells.size() ? std::string(trimmed(row.cells[*place])) : std::string();
    }

    void noteUnread() {
        std::string names;
        for (const auto &[column, name] : unread_)
            if (std::ranges::find(isFilled_, column) != isFilled_.end() && !trimmed(name).empty())
                names += (names.empty() ? "\"" : ", \"") + name + "\"";
        if (!names.empty())
            read_.notes.push_back({"formats.columns_not_kept", names});
    }

    const std::filesystem::path &file_;
    const RegionReading &reading_;
    std::array<std::optional<std::size_t>, kListColumns> places_{0, 1, 2, 3}; // without a header
    std::vector<std::pair<std::size_t, std::string>> unread_;
    std::vector<std::size_t> isFilled_;
    bool hasBegun_ = false;
    ReadRegions read_;
};

std::string csvOf(const std::optional<double> &number) {
    return number ? shortestNumber(*number) : std::string();
}

} // namespace

Result<ReadRegions> readRegionList(const std::filesystem::path &file, const RegionReading &reading) {
    return RegionListReader(file, reading).read();
}

RegionFormat csvRegions() {
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &) {
        std::string text = "clip,event,annotator,onset,offset,low,high,confidence,channel,note\r\n";
        for (const RegionsOfClip &clip : regions)
            for (const auto &[annotator, label] : clip.byPerson) {
                const std::optional<FrequencyRange> &range = label.frequencies;
                text += csvCell(clip.clip) + "," + csvCell(label.label) + "," + csvCell(annotator) + "," +
                        shortestNumber(label.onset.count()) + "," + shortestNumber(label.offset.count()) + "," +
                        csvOf(range ? std::optional(range->low) : std::nullopt) + "," +
                        csvOf(range ? std::optional(range->high) : std::nullopt) + "," + csvOf(label.confidence) + "," +
                        (label.channel ? std::to_string(*label.channel) : std::string()) + "," + csvCell(label.note) +
                        "\r\n";
            }
        return Result<std::string>(text);
    };
    return {.id = "csv",
            .title = "CSV",
            .layout = RegionFormat::Layout::List,
            .suffixes = {".csv"},
            .read = readRegionList,
            .write = write,
            .holds = {.frequencies = true, .confidence = true, .channel = true, .note = true, .annotator = true}};
}

} // namespace tagscope
