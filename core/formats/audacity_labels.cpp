// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/audacity_labels.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

namespace tagscope {
namespace {

// Below 0: Audacity writes -1 for the edge that was not set.
std::optional<FrequencyRange> rangeOf(double low, double high) {
    return low < 0.0 || high < low ? std::nullopt : std::optional(FrequencyRange{low, high});
}

} // namespace

Result<ReadRegions> readAudacityLabels(const std::filesystem::path &file, const RegionReading &reading) {
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file, reading.encoding));
    ReadRegions read;
    if (content.note)
        read.notes.push_back(*content.note);
    std::optional<bool> isTaken; // the label before, to which a range belongs
    std::size_t number = 0;
    for (const std::string &line : linesOf(content.text)) {
        ++number;
        if (trimmed(line).empty())
            continue;
        const std::vector<std::string> cells = tabCells(line);
        const bool isRange = cells[0] == "\\";
        const std::size_t first = isRange ? 1 : 0;
        const std::optional<double> from = cells.size() > first ? numberOf(cells[first]) : std::nullopt;
        const std::optional<double> to = cells.size() > first + 1 ? numberOf(cells[first + 1]) : std::nullopt;
        if (!from || !to) {
            read.leaveOut({"formats.in_column", (from ? first + 1 : first) + 1, "formats.number_missing"}, number);
            if (!isRange)
                isTaken = false;
        } else if (isRange && isTaken == true) {
            read.labels.back().frequencies = rangeOf(*from, *to);
        } else if (isRange && !isTaken) {
            read.leaveOut("formats.frequencies_without_label", number);
        } else if (!isRange) {
            const std::size_t before = read.labels.size();
            read.take({Seconds(*from), Seconds(*to), cells.size() > 2 ? cells[2] : std::string(), {}, {}}, number);
            isTaken = read.labels.size() > before;
        }
    }
    return withRows(file, std::move(read));
}

std::string audacityText(const std::vector<TimedLabel> &labels) {
    std::string text;
    for (const TimedLabel &label : labels) {
        text += withSixDecimals(label.onset.count()) + '\t' + withSixDecimals(label.offset.count()) + '\t' +
                asCell(label.label) + '\n';
        if (label.frequencies)
            text += "\\\t" + withSixDecimals(label.frequencies->low) + '\t' + withSixDecimals(label.frequencies->high) +
                    '\n';
    }
    return text;
}

RegionFormat audacityRegions() {
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &) {
        return Result<std::string>(audacityText(regions.front().labels));
    };
    return {.id = "audacity",
            .title = "Audacity",
            .suffixes = {".txt"},
            .read = readAudacityLabels,
            .write = write,
            .holds = {.frequencies = true, .step = 1e-6}};
}

} // namespace tagscope
