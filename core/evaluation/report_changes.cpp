// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_changes.h"

#include "core/base/try.h"

#include <algorithm>
#include <utility>

namespace tagscope {
namespace {

struct Judged {
    FusedScores fused;
    BinaryTable tags;

    [[nodiscard]] std::optional<double> probability(std::size_t clip, std::size_t event) const {
        return fused.hasScore[clip] != 0 ? std::optional<double>(fused.scores(clip, event)) : std::nullopt;
    }
};

Result<Judged> judge(const SplitScores &scores, const OperatingPoint &point) {
    TAGSCOPE_TRY(requireFit(scores, point));
    return Judged{fuseScores(scores, point), tagsAt(scores, point)};
}

} // namespace

std::size_t SystemChanges::count(bool isTagged, bool isRight) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        tags, [&](const TagChange &tag) { return tag.isTagged == isTagged && tag.isRight == isRight; }));
}

Result<SystemChanges> changesBetween(const Project &project, const System &before, const System &after,
                                     std::string_view split, Truth truth, const BootstrapOptions &options,
                                     std::stop_token stop) {
    const SplitScores earlier = TAGSCOPE_TRY(scoresOfSplit(project, split, truth, before.sources));
    const SplitScores later = TAGSCOPE_TRY(scoresOfSplit(project, split, truth, after.sources));
    const Judged first = TAGSCOPE_TRY(judge(earlier, before.point.point));
    const Judged second = TAGSCOPE_TRY(judge(later, after.point.point));
    SystemChanges changes{std::string(split), truth, {}, std::nullopt};
    for (std::size_t clip = 0; clip < later.clips.size(); ++clip) {
        for (std::size_t k = 0; k < later.events.size(); ++k) {
            const bool isTagged = second.tags(clip, k) != 0;
            if (isTagged == (first.tags(clip, k) != 0))
                continue;
            const bool isThere = later.truth(clip, k) != 0;
            changes.tags.push_back({later.clips[clip], k, isTagged, isTagged == isThere, first.probability(clip, k),
                                    second.probability(clip, k)});
        }
    }
    if (before.isTunedOn(split) || after.isTunedOn(split))
        return changes;
    F1Differences differences =
        TAGSCOPE_TRY(bootstrapDifferences(later.truth, second.tags, first.tags, options, std::move(stop)));
    changes.differences = std::move(differences);
    return changes;
}

} // namespace tagscope
