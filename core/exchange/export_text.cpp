// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_text.h"

#include "core/base/try.h"
#include "core/formats/audioset_lists.h"
#include "core/formats/dcase_lists.h"
#include "core/formats/jams.h"
#include "core/formats/time_cells.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <unordered_map>

namespace tagscope {
namespace {

std::string fileOf(const Clip &clip) {
    return clip.name + ".wav";
}

} // namespace

ClipPlace placeOf(const Clip &clip) {
    const std::size_t last = clip.name.rfind('_');
    const std::size_t first =
        last == std::string::npos || last == 0 ? std::string::npos : clip.name.rfind('_', last - 1);
    if (first != std::string::npos && first > 0) {
        const std::optional<Seconds> start = timeOf(std::string_view(clip.name).substr(first + 1, last - first - 1));
        const std::optional<Seconds> end = timeOf(std::string_view(clip.name).substr(last + 1));
        if (start && end && *end > *start)
            return {clip.name.substr(0, first), *start, *end};
    }
    return {clip.name, clip.start, clip.start + clip.duration};
}

Result<std::string> dcaseTagList(std::span<const Clip> clips, const BinaryTable &tags,
                                 const std::vector<EventClass> &events) {
    std::vector<DcaseRow> rows;
    for (std::size_t clip = 0; clip < clips.size(); ++clip) {
        const ClipPlace place = placeOf(clips[clip]);
        const std::size_t before = rows.size();
        for (std::size_t k = 0; k < events.size(); ++k)
            if (tags(clip, k) != 0)
                rows.push_back({fileOf(clips[clip]), place.start, place.end, events[k].name});
        if (rows.size() == before)
            rows.push_back({fileOf(clips[clip]), Seconds(0), Seconds(0), std::nullopt});
    }
    return dcaseListText(rows);
}

Result<std::string> dcaseStrongList(const Project &project, std::span<const Clip> clips) {
    const std::vector<ClipId> ids = idsOf(clips);
    const BinaryTable labels = TAGSCOPE_TRY(project.labels(ids, Truth::Weak));
    const std::vector<KnownPresence> known = TAGSCOPE_TRY(project.presence(ids));
    std::unordered_map<ClipId, std::vector<int>> inaudible;
    for (const KnownPresence &pair : known)
        if (pair.isAudible == false)
            inaudible[pair.clip].push_back(pair.event);
    std::vector<DcaseRow> rows;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const std::vector<StrongRegion> regions = TAGSCOPE_TRY(project.regions(ids[i]));
        for (const StrongRegion &region : regions)
            rows.push_back({fileOf(clips[i]), region.onset, region.offset,
                            project.classes()[static_cast<std::size_t>(region.event)].name});
        for (const int event : inaudible[ids[i]])
            if (labels.operator()(i, static_cast<std::size_t>(event)) != 0)
                rows.push_back({fileOf(clips[i]), Seconds(0), Seconds(0),
                                project.classes()[static_cast<std::size_t>(event)].name});
    }
    return dcaseListText(rows);
}

Result<std::string> audioSetList(std::span<const Clip> clips, const BinaryTable &labels,
                                 const std::vector<EventClass> &events) {
    std::vector<AudioSetSegment> segments;
    for (std::size_t clip = 0; clip < clips.size(); ++clip) {
        const ClipPlace place = placeOf(clips[clip]);
        AudioSetSegment segment{place.recording, place.start, place.end, {}};
        for (std::size_t k = 0; k < events.size(); ++k) {
            if (labels(clip, k) == 0)
                continue;
            if (events[k].mid.empty())
                return fail(Error::Kind::Inconsistent, {"exchange.no_audioset_id", events[k].name});
            segment.mids.push_back(events[k].mid);
        }
        if (!segment.mids.empty())
            segments.push_back(std::move(segment));
    }
    return audioSetSegmentsText(segments);
}

std::string jamsOf(const SplitScores &scores, const FusedScores &fused, const BinaryTable &tags, std::size_t clip,
                   Seconds duration, const std::string &programVersion) {
    JamsTags result{scores.clips[clip], duration, "Tagscope " + programVersion, "program", {}, {}};
    const auto of = [clip](bool has, const std::optional<ScoresOfClips> &branch, std::size_t k) {
        return has ? std::optional<double>(branch->scores(clip, k)) : std::nullopt;
    };
    for (std::size_t k = 0; k < scores.events.size(); ++k)
        if (tags(clip, k) != 0)
            result.tags.push_back({scores.events[k], double{fused.scores(clip, k)},
                                   of(scores.hasAudio(clip), scores.audio, k),
                                   of(scores.hasVideo(clip), scores.video, k)});
    return jamsText(result);
}

} // namespace tagscope
