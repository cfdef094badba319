// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/audioset_lists.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/region_list.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

namespace tagscope {
namespace {

constexpr std::string_view kBlanks = " \t";

// recording, start, end, and the rest: the ids hold commas themselves, in quotation marks or not.
std::array<std::string, 4> cellsOf(const std::string &line) {
    std::array<std::string, 4> cells;
    std::size_t from = 0;
    for (std::size_t cell = 0; cell < 3 && from != std::string::npos; ++cell) {
        const std::size_t comma = line.find(',', from);
        cells.at(cell) = trimmed(std::string_view(line).substr(from, comma - from), kBlanks);
        from = comma == std::string::npos ? comma : comma + 1;
    }
    if (from != std::string::npos)
        cells[3] = trimmed(std::string_view(line).substr(from), kBlanks);
    if (cells[3].size() >= 2 && cells[3].front() == '"' && cells[3].back() == '"')
        cells[3] = cells[3].substr(1, cells[3].size() - 2);
    return cells;
}

bool canStand(const std::string &text, std::string_view without) {
    return !text.empty() && text.front() != '#' && text.find_first_of(without) == std::string::npos &&
           trimmed(text, kBlanks) == text;
}

} // namespace

Result<std::vector<AudioSetSegment>> readAudioSetSegments(const std::filesystem::path &file) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    std::vector<AudioSetSegment> segments;
    std::size_t number = 0;
    for (const std::string &line : linesOf(text)) {
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        const std::array<std::string, 4> cells = cellsOf(line);
        const std::optional<Seconds> start = timeOf(cells[1]);
        const std::optional<Seconds> end = timeOf(cells[2]);
        if (cells[0].empty())
            return failInCell(file, number, 0, "formats.recording_missing");
        if (!start || !end)
            return failInCell(file, number, start ? 2 : 1, {"formats.no_time", cells[start ? 2 : 1]});
        if (*end <= *start)
            return failInCell(file, number, 2, "formats.segment_out_of_order");
        AudioSetSegment segment{cells[0], *start, *end, cellsSeparatedBy(',', cells[3])};
        if (segment.mids.empty())
            return failInCell(file, number, 3, "formats.label_ids_missing");
        segments.push_back(std::move(segment));
    }
    return segments;
}

bool isAudioSetList(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    std::string line;
    while (std::getline(stream, line))
        if (!line.empty() && line.front() != '#' && line.front() != '\r') {
            const std::array<std::string, 4> cells = cellsOf(line);
            return timeOf(cells[1]) && timeOf(cells[2]) && cells[3].starts_with('/');
        }
    return false;
}

Result<std::string> audioSetSegmentsText(const std::vector<AudioSetSegment> &segments) {
    std::size_t labels = 0;
    std::string rows;
    for (const AudioSetSegment &segment : segments) {
        if (!canStand(segment.recording, ",\"\r\n"))
            return fail(Error::Kind::Inconsistent, {"formats.not_for_audioset", segment.recording});
        std::string mids;
        for (const std::string &mid : segment.mids) {
            if (!canStand(mid, ",\"\r\n"))
                return fail(Error::Kind::Inconsistent, {"formats.no_audioset_id", mid});
            mids += (mids.empty() ? "" : ",") + mid;
            ++labels;
        }
        rows += segment.recording + ", " + withThreeDecimals(segment.start) + ", " + withThreeDecimals(segment.end) +
                ", \"" + mids + "\"\n";
    }
    const std::string count = std::to_string(segments.size());
    return "# Segments csv, labels of a Tagscope project\n# num_ytids=" + count + ", num_segs=" + count +
           ", num_positive_labels=" + std::to_string(labels) +
           "\n# YTID, start_seconds, end_seconds, positive_labels\n" + rows;
}

std::string audioSetStrongText(const std::vector<TimedLabel> &labels) {
    std::string text = "segment_id\tstart_time_seconds\tend_time_seconds\tlabel\n";
    for (const TimedLabel &label : labels)
        text += asCell(label.file) + '\t' + shortestText(label.onset.count()) + '\t' +
                shortestText(label.offset.count()) + '\t' + asCell(label.label) + '\n';
    return text;
}

RegionFormat audioSetStrongRegions() {
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &context) -> Result<std::string> {
        std::vector<TimedLabel> labels;
        for (const RegionsOfClip &clip : regions)
            for (TimedLabel label : clip.labels) {
                const auto mid = context.mids.find(label.label);
                if (mid == context.mids.end())
                    return fail(Error::Kind::Inconsistent, {"formats.event_without_audioset_id", label.label});
                label.label = mid->second;
                label.file = clip.segment;
                labels.push_back(std::move(label));
            }
        return audioSetStrongText(labels);
    };
    return {.id = "audioset-strong",
            .title = "AudioSet (strong)",
            .layout = RegionFormat::Layout::List,
            .suffixes = {".tsv"},
            .read = readRegionList,
            .write = write};
}

} // namespace tagscope
