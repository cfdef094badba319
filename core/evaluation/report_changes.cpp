// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_changes.h"

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
    if (Result<void> fits = requireFit(scores, point); !fits)
        return tl::unexpected(fits.error());
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
    const Result<SplitScores> earlier = scoresOfSplit(project, split, truth, before.sources);
    if (!earlier)
        return tl::unexpected(earlier.error());
    const Result<SplitScores> later = scoresOfSplit(project, split, truth, after.sources);
    if (!later)
        return tl::unexpected(later.error());
    const Result<Judged> first = judge(*earlier, before.point.point);
    if (!first)
        return tl::unexpected(first.error());
    const Result<Judged> second = judge(*later, after.point.point);
    if (!second)
        return tl::unexpected(second.error());
    SystemChanges changes{std::string(split), truth, {}, {}};
    for (std::size_t clip = 0; clip < later->clips.size(); ++clip) {
        for (std::size_t k = 0; k < later->events.size(); ++k) {
            const bool isTagged = second->tags(clip, k) != 0;
            if (isTagged == (first->tags(clip, k) != 0))
                continue;
            const bool isThere = later->truth(clip, k) != 0;
            changes.tags.push_back({later->clips[clip], k, isTagged, isTagged == isThere, first->probability(clip, k),
                                    second->probability(clip, k)});
        }
    }
    Result<F1Differences> differences =
        bootstrapDifferences(later->truth, second->tags, first->tags, options, std::move(stop));
    if (!differences)
        return tl::unexpected(differences.error());
    changes.differences = std::move(*differences);
    return changes;
}

} // namespace tagscope
