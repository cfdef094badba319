// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/audacity_labels.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

namespace tagscope {
namespace {

// Below 0: Audacity writes -1 for the edge that was not set.
std::optional<FrequencyRange> rangeOf(double low, double high) {
    return low < 0.0 || high < 0.0 ? std::nullopt : std::optional(FrequencyRange{low, high});
}

} // namespace

Result<std::vector<TimedLabel>> readAudacityLabels(const std::filesystem::path &file) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    std::vector<TimedLabel> labels;
    std::size_t number = 0;
    for (const std::string &line : linesOf(text)) {
        ++number;
        if (line.empty())
            continue;
        const std::vector<std::string> cells = tabCells(line);
        const bool isRange = cells[0] == "\\";
        const std::size_t first = isRange ? 1 : 0;
        const std::optional<double> from = cells.size() > first ? numberOf(cells[first]) : std::nullopt;
        const std::optional<double> to = cells.size() > first + 1 ? numberOf(cells[first + 1]) : std::nullopt;
        if (!from)
            return failInCell(file, number, first, "formats.number_missing");
        if (!to)
            return failInCell(file, number, first + 1, "formats.number_missing");
        if (isRange) {
            if (labels.empty())
                return failInCell(file, number, 0, "formats.frequencies_without_label");
            labels.back().frequencies = rangeOf(*from, *to);
            continue;
        }
        if (*from < 0.0 || *to < *from)
            return failInCell(file, number, 1, "formats.label_out_of_order");
        labels.push_back({Seconds(*from), Seconds(*to), cells.size() > 2 ? cells[2] : std::string(), {}, {}});
    }
    return labels;
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
    return {"audacity", "Audacity", RegionFormat::Layout::FileForEachClip, {".txt"}, false, readAudacityLabels, write};
}

} // namespace tagscope
