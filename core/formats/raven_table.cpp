// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/raven_table.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace tagscope {
namespace {

enum RavenColumn : std::size_t {
    kSelection,
    kView,
    kChannel,
    kBegin,
    kEnd,
    kLow,
    kHigh,
    kPath,
    kFile,
    kOffset,
    kConfidence,
    kNote,
    kColumns
};
// In normal form, by any of their names.
constexpr std::array<std::array<std::string_view, 2>, kColumns> kRavenColumns{{{"selection", ""},
                                                                               {"view", ""},
                                                                               {"channel", "channels"},
                                                                               {"begin time (s)", ""},
                                                                               {"end time (s)", ""},
                                                                               {"low freq (hz)", ""},
                                                                               {"high freq (hz)", ""},
                                                                               {"begin path", ""},
                                                                               {"begin file", ""},
                                                                               {"file offset (s)", ""},
                                                                               {"confidence", "score"},
                                                                               {"notes", "note"}}};
// Where labels usually are, the likeliest first.
constexpr std::array<std::string_view, 9> kLabelColumns{
    "annotation", "label", "event", "species", "common name", "tag", "call type", "call_type", "class"};
// What Raven computes of the others.
constexpr std::array<std::string_view, 6> kDerived{"end path",        "end file",        "delta time (s)",
                                                   "delta freq (hz)", "begin date time", "begin date"};

using RavenRow = std::vector<std::string>;

class RavenReader {
public:
    RavenReader(const std::filesystem::path &file, const RegionReading &reading) : file_(file), reading_(reading) {}

    Result<ReadRegions> read() {
        const ForeignText content = TAGSCOPE_TRY(readForeignText(file_, reading_.encoding));
        if (content.note)
            read_.notes.push_back(*content.note);
        const std::vector<std::string> lines = linesOf(content.text);
        TAGSCOPE_TRY(takeHeader(lines.empty() ? RavenRow() : tabCells(lines.front())));
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (!trimmed(lines[i]).empty())
                rows_.emplace_back(i + 1, tabCells(lines[i]));
        TAGSCOPE_TRY(findLabelColumn());
        for (const auto &[line, row] : rows_)
            takeRow(row, line);
        noteUnreadColumns();
        return withRows(file_, std::move(read_));
    }

private:
    Result<void> takeHeader(const RavenRow &cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            names_.push_back(normalForm(cells[i]));
            const auto *known = std::ranges::find_if(kRavenColumns, [this](const auto &names) {
                return !names_.back().empty() && std::ranges::find(names, names_.back()) != names.end();
            });
            if (known != kRavenColumns.end() && !places_.at(static_cast<std::size_t>(known - kRavenColumns.begin())))
                places_.at(static_cast<std::size_t>(known - kRavenColumns.begin())) = i;
        }
        header_ = cells;
        for (const auto &[column, name] : {std::pair(kBegin, "Begin Time (s)"), std::pair(kEnd, "End Time (s)")})
            if (!places_.at(column))
                return fail(Error::Kind::Malformed,
                            {"base.in_line", file_, 1, Message("formats.named_column_missing", name)});
        return {};
    }

    // Whether the column is one of Raven's own, which never hold labels.
    [[nodiscard]] bool isRavens(std::size_t column) const {
        const std::string &name = names_[column];
        return name.empty() || std::ranges::find(places_, std::optional(column)) != places_.end() ||
               std::ranges::find(kDerived, name) != kDerived.end() || name.ends_with("(s)") || name.ends_with("(hz)") ||
               name.find("(db") != std::string::npos || name.ends_with("clock time") ||
               name.find("(u)") != std::string::npos;
    }

    // How many cells of a column are events of the project, by the cells' texts.
    [[nodiscard]] std::size_t eventsIn(std::size_t column) {
        std::size_t count = 0;
        for (const auto &[line, row] : rows_) {
            if (column >= row.size())
                continue;
            const auto [known, isNew] = isEvent_.try_emplace(row[column], false);
            if (isNew)
                known->second = reading_.isEvent(row[column]);
            count += known->second ? 1U : 0U;
        }
        return count;
    }

    [[nodiscard]] bool areSame(std::size_t a, std::size_t b) const {
        return std::ranges::all_of(rows_, [a, b](const auto &row) {
            return a < row.second.size() && b < row.second.size() && row.second[a] == row.second[b];
        });
    }

    Result<void> findLabelColumn() {
        if (!reading_.labelColumn.empty()) {
            const auto asked = std::ranges::find(names_, normalForm(reading_.labelColumn));
            if (asked == names_.end())
                return fail(Error::Kind::Malformed,
                            {"base.in_line", file_, 1, Message("formats.named_column_missing", reading_.labelColumn)});
            label_ = static_cast<std::size_t>(asked - names_.begin());
            return {};
        }
        std::vector<std::size_t> named; // by their likeliness
        for (const std::string_view name : kLabelColumns)
            if (const auto at = std::ranges::find(names_, name); at != names_.end())
                named.push_back(static_cast<std::size_t>(at - names_.begin()));
        std::vector<std::size_t> others;
        for (std::size_t column = 0; column < names_.size(); ++column)
            if (!isRavens(column) && std::ranges::find(named, column) == named.end())
                others.push_back(column);
        for (const std::vector<std::size_t> *columns : {&named, &others}) {
            std::vector<std::size_t> holding;
            for (const std::size_t column : *columns)
                if (eventsIn(column) > 0 &&
                    std::ranges::none_of(holding, [&](std::size_t other) { return areSame(other, column); }))
                    holding.push_back(column);
            if (holding.size() > 1)
                return failAsking(holding);
            if (!holding.empty())
                return takeLabels(holding.front(), columns == &others);
        }
        if (!named.empty())
            return takeLabels(named.front(), false);
        if (others.size() > 1)
            return failAsking(others);
        return others.empty() ? Result<void>() : takeLabels(others.front(), true);
    }

    Result<void> takeLabels(std::size_t column, bool isUnusual) {
        label_ = column;
        if (isUnusual && !reading_.events.empty())
            read_.notes.push_back({"formats.labels_of_column", header_[column]});
        return {};
    }

    [[nodiscard]] tl::unexpected<Error> failAsking(const std::vector<std::size_t> &columns) const {
        std::string names;
        for (const std::size_t column : columns)
            names += (names.empty() ? "\"" : ", \"") + header_[column] + "\"";
        return fail(Error::Kind::Inconsistent, {"formats.which_label_column", file_, names});
    }

    void takeRow(const RavenRow &row, std::size_t line) {
        const std::optional<double> begin = number(row, kBegin);
        const std::optional<double> end = number(row, kEnd);
        if (!begin || !end)
            return read_.leaveOut("formats.time_missing", line);
        const double onset = number(row, kOffset).value_or(*begin);
        TimedLabel label{Seconds(onset),
                         Seconds(onset + (*end - *begin)),
                         label_ && *label_ < row.size() ? row[*label_] : "",
                         {},
                         fileOf(row)};
        const double low = number(row, kLow).value_or(-1.0);
        const double high = number(row, kHigh).value_or(-1.0);
        if (low >= 0.0 && high >= low && !(low == 0.0 && high == kFullHeightHz))
            label.frequencies = FrequencyRange{low, high};
        // Raven wants a channel in every row: the first one says nothing.
        if (const double channel = number(row, kChannel).value_or(0.0); channel > 1.0 && channel < 1000.0)
            label.channel = static_cast<int>(channel);
        label.confidence = number(row, kConfidence);
        label.note = text(row, kNote);
        add(std::move(label), row, line);
    }

    // Raven lists a selection once for each view; the one of a spectrogram has its frequencies.
    void add(TimedLabel label, const RavenRow &row, std::size_t line) {
        const std::string selection = text(row, kSelection);
        const std::string view = text(row, kView);
        if (!selection.empty() && !view.empty()) {
            const Selection key{selection, label.file, text(row, kBegin), text(row, kEnd), label.label};
            const auto [at, isNew] = views_.try_emplace(key, View{view, read_.labels.size()});
            if (!isNew && at->second.view != view && at->second.label < read_.labels.size()) {
                if (view.starts_with("Spectrogram"))
                    read_.labels[at->second.label] = std::move(label);
                return;
            }
        }
        read_.take(std::move(label), line);
    }

    void noteUnreadColumns() {
        std::string unread;
        for (std::size_t column = 0; column < names_.size(); ++column) {
            const bool isRead = names_[column].empty() || column == label_ ||
                                std::ranges::find(places_, std::optional(column)) != places_.end() ||
                                std::ranges::find(kDerived, names_[column]) != kDerived.end();
            const bool isFilled = std::ranges::any_of(rows_, [column](const auto &row) {
                return column < row.second.size() && !trimmed(row.second[column]).empty();
            });
            if (!isRead && isFilled)
                unread += (unread.empty() ? "\"" : ", \"") + header_[column] + "\"";
        }
        if (!unread.empty())
            read_.notes.push_back({"formats.columns_not_kept", unread});
    }

    [[nodiscard]] std::string text(const RavenRow &row, RavenColumn column) const {
        const std::optional<std::size_t> place = places_.at(column);
        return place && *place < row.size() ? std::string(trimmed(row[*place])) : std::string();
    }
    [[nodiscard]] std::optional<double> number(const RavenRow &row, RavenColumn column) const {
        return numberOf(text(row, column));
    }
    [[nodiscard]] std::string fileOf(const RavenRow &row) const {
        const std::string path = text(row, kPath);
        return path.empty() ? text(row, kFile) : path;
    }

    using Selection = std::tuple<std::string, std::string, std::string, std::string, std::string>;
    struct View {
        std::string view;
        std::size_t label;
    };

    const std::filesystem::path &file_;
    const RegionReading &reading_;
    RavenRow header_;
    std::vector<std::string> names_; // of the header, in normal form
    std::array<std::optional<std::size_t>, kColumns> places_;
    std::optional<std::size_t> label_;
    std::vector<std::pair<std::size_t, RavenRow>> rows_; // with their lines
    std::map<std::string, bool> isEvent_;
    std::map<Selection, View> views_;
    ReadRegions read_;
};

} // namespace

Result<ReadRegions> readRavenTable(const std::filesystem::path &file, const RegionReading &reading) {
    return RavenReader(file, reading).read();
}

std::string ravenText(const std::vector<TimedLabel> &labels) {
    std::string text = "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq "
                       "(Hz)\tAnnotation\tConfidence\tNotes\r\n";
    std::size_t number = 0;
    for (const TimedLabel &label : labels) {
        const FrequencyRange range = label.frequencies.value_or(FrequencyRange{0.0, kFullHeightHz});
        text += std::to_string(++number) + "\tSpectrogram 1\t" + std::to_string(label.channel.value_or(1)) + '\t' +
                withSixDecimals(label.onset.count()) + '\t' + withSixDecimals(label.offset.count()) + '\t' +
                withSixDecimals(range.low) + '\t' + withSixDecimals(range.high) + '\t' + asCell(label.label) + '\t' +
                (label.confidence ? shortestText(*label.confidence) : std::string()) + '\t' + asCell(label.note) +
                "\r\n";
    }
    return text;
}

RegionFormat ravenRegions() {
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &) {
        return Result<std::string>(ravenText(regions.front().labels));
    };
    return {.id = "raven",
            .title = "Raven",
            .suffixes = {".selections.txt", ".selection.table.txt"},
            .isKnownBySuffix = true,
            .read = readRavenTable,
            .write = write,
            .holds = {.frequencies = true, .confidence = true, .channel = true, .note = true, .step = 1e-6}};
}

} // namespace tagscope
