// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_audioset.h"

#include "core/base/try.h"
#include "core/exchange/media_search.h"
#include "core/formats/audioset_lists.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

struct Found {
    std::vector<ImportedClip> clips;
    std::vector<RecordingPart> parts; // one a clip
    std::size_t withoutEvent = 0;     // segments
    std::size_t otherLabels = 0;
};

Result<void> take(const Project &project, const std::vector<AudioSetSegment> &segments, const std::string &split,
                  Found &found) {
    std::unordered_map<std::string, int> events;
    for (std::size_t k = 0; k < project.classes().size(); ++k)
        if (!project.classes()[k].mid.empty())
            events.emplace(project.classes()[k].mid, static_cast<int>(k));
    if (events.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.no_audioset_ids", project.file()});
    for (const AudioSetSegment &segment : segments) {
        std::set<int> labels;
        for (const std::string &mid : segment.mids) {
            if (const auto event = events.find(mid); event != events.end())
                labels.insert(event->second);
            else
                ++found.otherLabels;
        }
        if (labels.empty()) {
            ++found.withoutEvent;
            continue;
        }
        const std::string name =
            segment.recording + "_" + withThreeDecimals(segment.start) + "_" + withThreeDecimals(segment.end);
        found.clips.push_back(
            {name, {}, segment.start, segment.end - segment.start, split, {labels.begin(), labels.end()}});
        found.parts.push_back({segment.recording, segment.start, segment.end});
    }
    return {};
}

} // namespace

Result<ImportReport> importAudioSet(Project &project, const AudioSetImport &import, std::stop_token stop) {
    Found found;
    for (const std::filesystem::path &list : import.lists) {
        const std::vector<AudioSetSegment> segments = TAGSCOPE_TRY(readAudioSetSegments(list));
        TAGSCOPE_TRY(take(project, segments, import.split, found));
    }
    if (!import.media.empty()) {
        const auto files = TAGSCOPE_TRY(findClipFiles(import.media, found.parts, {}, stop));
        for (std::size_t i = 0; i < found.clips.size(); ++i)
            if (const std::optional<ClipFile> &file = files[i]) {
                found.clips[i].media = std::filesystem::absolute(file->file);
                found.clips[i].start = file->start;
            }
    }
    if (stop.stop_requested())
        return cancelled();
    ImportReport report;
    TAGSCOPE_TRY(importClips(project, found.clips, report));
    if (found.withoutEvent > 0)
        report.notes.push_back({"exchange.segments_without_event", found.withoutEvent});
    if (found.otherLabels > 0)
        report.notes.push_back({"exchange.other_labels", found.otherLabels});
    return report;
}

} // namespace tagscope
