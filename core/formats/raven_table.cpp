// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/raven_table.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <map>

namespace tagscope {
namespace {

enum RavenColumn : std::size_t {
    kSelection,
    kView,
    kBegin,
    kEnd,
    kLow,
    kHigh,
    kPath,
    kFile,
    kOffset,
    kLabel,
    kColumns
};
constexpr std::array<std::string_view, kLabel> kRavenColumns{"Selection",    "View",          "Begin Time (s)",
                                                             "End Time (s)", "Low Freq (Hz)", "High Freq (Hz)",
                                                             "Begin Path",   "Begin File",    "File Offset (s)"};

// Columns that Raven computes; any other may hold labels.
bool isRavens(std::string_view name) {
    constexpr std::array<std::string_view, 6> kOthers{"Channel",  "Channels",       "End Path",
                                                      "End File", "Delta Time (s)", "Delta Freq (Hz)"};
    return std::find(kRavenColumns.begin(), kRavenColumns.end(), name) != kRavenColumns.end() ||
           std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end() || name.ends_with("(s)") ||
           name.ends_with("(Hz)") || name.find("(dB") != std::string_view::npos || name.empty();
}

class RavenReader {
public:
    explicit RavenReader(const std::filesystem::path &file) : file_(file) {}

    Result<void> takeHeader(const std::vector<std::string> &cells, std::string_view labelColumn) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto *known = std::find(kRavenColumns.begin(), kRavenColumns.end(), cells[i]);
            if (known != kRavenColumns.end())
                places_.at(static_cast<std::size_t>(known - kRavenColumns.begin())) = i;
            if (labelColumn.empty() ? !isRavens(cells[i]) : cells[i] == labelColumn)
                places_[kLabel] = i;
        }
        for (const RavenColumn column : {kBegin, kEnd})
            if (!places_.at(column))
                return failInCell(file_, 1, 0, {"formats.named_column_missing", kRavenColumns.at(column)});
        if (!labelColumn.empty() && !places_[kLabel])
            return failInCell(file_, 1, 0, {"formats.named_column_missing", labelColumn});
        return {};
    }

    Result<void> takeRow(const std::vector<std::string> &cells, std::size_t line) {
        cells_ = &cells;
        const std::optional<double> begin = number(kBegin);
        const std::optional<double> end = number(kEnd);
        if (!begin)
            return failInCell(file_, line, *places_[kBegin], "formats.time_missing");
        if (!end || *end < *begin || *begin < 0.0)
            return failInCell(file_, line, *places_[kEnd], "formats.no_time_or_negative");
        const double onset = number(kOffset).value_or(*begin);
        TimedLabel label{Seconds(onset), Seconds(onset + (*end - *begin)), text(kLabel), {}, fileName()};
        const double low = number(kLow).value_or(-1.0);
        const double high = number(kHigh).value_or(-1.0);
        if (low >= 0.0 && high >= low)
            label.frequencies = FrequencyRange{low, high};
        add(std::move(label));
        return {};
    }

    [[nodiscard]] std::vector<TimedLabel> take() { return std::move(labels_); }

private:
    [[nodiscard]] std::string text(RavenColumn column) const {
        const std::optional<std::size_t> place = places_.at(column);
        return place && *place < cells_->size() ? (*cells_)[*place] : std::string();
    }
    [[nodiscard]] std::optional<double> number(RavenColumn column) const { return numberOf(text(column)); }
    // A path of the computer where the table was made, with either kind of slash: its last part.
    [[nodiscard]] std::string fileName() const {
        const std::string path = text(kFile).empty() ? text(kPath) : text(kFile);
        return path.substr(path.find_last_of("/\\") + 1);
    }

    void add(TimedLabel label) {
        const std::string selection = text(kSelection);
        const bool isSpectrogram = text(kView).starts_with("Spectrogram");
        if (!selection.empty()) {
            const auto [at, isNew] = bySelection_.try_emplace(selection, labels_.size());
            if (!isNew) {
                if (isSpectrogram)
                    labels_[at->second] = std::move(label);
                return;
            }
        }
        labels_.push_back(std::move(label));
    }

    const std::filesystem::path &file_;
    std::array<std::optional<std::size_t>, kColumns> places_;
    const std::vector<std::string> *cells_ = nullptr; // of the row
    std::vector<TimedLabel> labels_;
    std::map<std::string, std::size_t> bySelection_;
};

} // namespace

Result<std::vector<TimedLabel>> readRavenTable(const std::filesystem::path &file, std::string_view labelColumn) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    const std::vector<std::string> lines = linesOf(text);
    RavenReader reader(file);
    TAGSCOPE_TRY(reader.takeHeader(lines.empty() ? std::vector<std::string>() : tabCells(lines.front()), labelColumn));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].find_first_not_of(" \t") == std::string::npos)
            continue;
        TAGSCOPE_TRY(reader.takeRow(tabCells(lines[i]), i + 1));
    }
    return reader.take();
}

std::string ravenText(const std::vector<TimedLabel> &labels, double highest) {
    std::string text =
        "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\tEvent\r\n";
    std::size_t number = 0;
    for (const TimedLabel &label : labels) {
        const FrequencyRange range = label.frequencies.value_or(FrequencyRange{0.0, highest});
        text += std::to_string(++number) + "\tSpectrogram 1\t1\t" + withSixDecimals(label.onset.count()) + '\t' +
                withSixDecimals(label.offset.count()) + '\t' + withSixDecimals(range.low) + '\t' +
                withSixDecimals(range.high) + '\t' + asCell(label.label) + "\r\n";
    }
    return text;
}

RegionFormat ravenRegions() {
    constexpr double kHighestHz = 22050.0; // of the boxes: half of the usual sample rate
    const auto read = [](const std::filesystem::path &file) { return readRavenTable(file); };
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &) {
        return Result<std::string>(ravenText(regions.front().labels, kHighestHz));
    };
    return {"raven", "Raven", RegionFormat::Layout::FileForEachClip, {".selections.txt"}, true, read, write};
}

} // namespace tagscope
