// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text_grid.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"

#include <algorithm>
#include <optional>

namespace tagscope {
namespace {

std::string quoted(const std::string &text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"')
            result.push_back('"');
        result.push_back(c);
    }
    return result + "\"\n";
}

std::string line(Seconds time) {
    return shortestText(time.count()) + "\n";
}

} // namespace

Result<std::string> textGridText(const TextGrid &grid) {
    std::string text = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n" + line(grid.start) +
                       line(grid.end) + (grid.tiers.empty() ? "<absent>\n" : "<exists>\n");
    if (!grid.tiers.empty())
        text += std::to_string(grid.tiers.size()) + "\n";
    for (const TextGridTier &tier : grid.tiers) {
        std::string intervals;
        std::size_t count = 0;
        const auto add = [&](Seconds from, Seconds to, const std::string &label) {
            intervals += line(from) + line(to) + quoted(label);
            ++count;
        };
        Seconds at = grid.start;
        for (const TimedLabel &label : tier.labels) {
            if (label.onset < at || label.offset > grid.end || label.offset <= label.onset)
                return fail(Error::Kind::Inconsistent,
                            {"formats.not_for_text_grid", tier.name, shortestText(label.onset.count()),
                             shortestText(grid.end.count())});
            if (label.onset > at)
                add(at, label.onset, {});
            add(label.onset, label.offset, label.label);
            at = label.offset;
        }
        if (at < grid.end || count == 0)
            add(at, grid.end, {});
        text += "\"IntervalTier\"\n" + quoted(tier.name) + line(grid.start) + line(grid.end) + std::to_string(count) +
                "\n" + intervals;
    }
    return text;
}

TextGrid textGridOf(const std::vector<TimedLabel> &labels, Seconds duration, const std::vector<std::string> &names) {
    TextGrid grid{Seconds(0), duration, {}};
    for (LabelTier &tier : tiersOf(labels, names, 0.0)) {
        for (const TimedLabel &label : tier.labels)
            grid.end = std::max(grid.end, label.offset);
        grid.tiers.push_back({std::move(tier.name), std::move(tier.labels)});
    }
    return grid;
}

RegionFormat textGridRegions() {
    const auto read = [](const std::filesystem::path &file, const RegionReading &reading) -> Result<ReadRegions> {
        std::optional<Message> note;
        const TextGrid grid = TAGSCOPE_TRY(readTextGrid(file, reading.encoding, &note));
        ReadRegions regions = labelsOfTiers(grid.tiers, reading);
        if (note)
            regions.notes.push_back(*note);
        return withRows(file, std::move(regions));
    };
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &context) {
        const RegionsOfClip &clip = regions.front();
        return textGridText(textGridOf(clip.labels, clip.duration, context.events));
    };
    return {.id = "textgrid",
            .title = "Praat TextGrid",
            .suffixes = {".TextGrid"},
            .isKnownBySuffix = true,
            .read = read,
            .write = write};
}

} // namespace tagscope
