// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_audioset.h"

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
        return fail(Error::Kind::Inconsistent, "None of the events of " + project.file().string() +
                                                   " has an id of AudioSet, by which its lists name events.");
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
        const Result<std::vector<AudioSetSegment>> segments = readAudioSetSegments(list);
        if (!segments)
            return tl::unexpected(segments.error());
        if (Result<void> taken = take(project, *segments, import.split, found); !taken)
            return tl::unexpected(taken.error());
    }
    if (!import.media.empty()) {
        const auto files = findClipFiles(import.media, found.parts, {}, stop);
        if (!files)
            return tl::unexpected(files.error());
        for (std::size_t i = 0; i < found.clips.size(); ++i)
            if (const std::optional<ClipFile> &file = (*files)[i]) {
                found.clips[i].media = std::filesystem::absolute(file->file);
                found.clips[i].start = file->start;
            }
    }
    if (stop.stop_requested())
        return cancelled();
    ImportReport report;
    if (const Result<std::vector<ClipId>> ids = importClips(project, found.clips, report); !ids)
        return tl::unexpected(ids.error());
    if (found.withoutEvent > 0)
        report.notes.push_back(std::to_string(found.withoutEvent) +
                               " segments have none of the project's events and were left out.");
    if (found.otherLabels > 0)
        report.notes.push_back(std::to_string(found.otherLabels) + " labels are none of the project's events.");
    return report;
}

} // namespace tagscope
