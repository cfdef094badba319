// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pack_scores.h"

#include "core/base/try.h"
#include "core/words/class_lists.h"

namespace tagscope {

Result<PackScores> PackScores::of(const Project &project) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    PackScores scores;
    scores.events_ = namesOf(project.classes());
    scores.ids_.reserve(clips.size());
    for (const Clip &clip : clips)
        scores.ids_.emplace(clip.name, clip.id);
    return scores;
}

Result<std::vector<ClipScore>> PackScores::in(const ScorePack &pack) const {
    if (pack.head().events != events_)
        return fail(Error::Kind::Inconsistent, {"exchange.part_of_other_events", pack.file()});
    std::vector<ClipScore> scores;
    for (std::size_t i = 0; i < pack.clips().size(); ++i) {
        const PackedClip &clip = pack.clips()[i];
        const auto found = ids_.find(clip.name);
        if (found == ids_.end())
            return fail(Error::Kind::Inconsistent, {"analysis.scores_of_unknown_clip", pack.file(), clip.name});
        if (clip.outcome != PackOutcome::Scored)
            continue;
        std::vector<float> probabilities = TAGSCOPE_TRY(pack.probabilities(i));
        scores.push_back({found->second, std::move(probabilities)});
    }
    return scores;
}

std::string selectionOf(std::span<const Clip> clips) {
    std::vector<std::string> names;
    names.reserve(clips.size());
    for (const Clip &clip : clips)
        names.push_back(clip.name);
    return selectionOf(std::span<const std::string>(names));
}

} // namespace tagscope
