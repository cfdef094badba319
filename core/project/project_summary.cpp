// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_summary.h"

#include "core/base/try.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <numeric>

namespace tagscope {
namespace {

Result<void> countInaudible(const Project &project, const std::vector<ClipId> &ids, const BinaryTable &labels,
                            SplitSummary &summary) {
    const BinaryTable audible = TAGSCOPE_TRY(project.labels(ids, Truth::Audible));
    for (std::size_t clip = 0; clip < ids.size(); ++clip) {
        const std::size_t before = summary.inaudiblePairs;
        for (std::size_t k = 0; k < labels.events; ++k) {
            if (labels(clip, k) == 0 || audible(clip, k) != 0)
                continue;
            ++summary.inaudible[k];
            ++summary.inaudiblePairs;
        }
        summary.inaudibleClips += summary.inaudiblePairs > before ? 1 : 0;
    }
    return {};
}

Result<SplitSummary> splitSummary(const Project &project, const SplitCount &count) {
    const std::size_t events = project.classes().size();
    SplitSummary summary{count.split,
                         count.clips,
                         count.missing,
                         std::vector<std::size_t>(events),
                         0,
                         0,
                         std::vector<std::size_t>(events)};
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(count.split));
    const std::vector<ClipId> ids = idsOf(clips);
    const BinaryTable labels = TAGSCOPE_TRY(project.labels(ids, Truth::Weak));
    for (std::size_t clip = 0; clip < ids.size(); ++clip)
        for (std::size_t k = 0; k < events; ++k)
            summary.labels[k] += labels(clip, k);
    TAGSCOPE_TRY(countInaudible(project, ids, labels, summary));
    return summary;
}

} // namespace

std::size_t SplitSummary::labelCount() const {
    return std::accumulate(labels.begin(), labels.end(), std::size_t{0});
}

Result<ProjectSummary> summaryOf(const Project &project) {
    ProjectSummary summary;
    const std::vector<SplitCount> counts = TAGSCOPE_TRY(project.splitCounts());
    for (const SplitCount &count : counts)
        summary.splits.emplace_back() = TAGSCOPE_TRY(splitSummary(project, count));
    const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    for (const ScoreSource &source : sources) {
        const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(source, idsOf(clips)));
        summary.sources.push_back(
            {source, static_cast<std::size_t>(std::ranges::count(scores.hasScore, std::uint8_t{1}))});
    }
    return summary;
}

} // namespace tagscope
