// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_summary.h"

#include <algorithm>
#include <numeric>

namespace tagscope {
namespace {

std::vector<ClipId> idsOf(const std::vector<Clip> &clips) {
    std::vector<ClipId> ids;
    for (const Clip &clip : clips)
        ids.push_back(clip.id);
    return ids;
}

Result<void> countInaudible(const Project &project, const std::vector<ClipId> &ids, const BinaryTable &labels,
                            SplitSummary &summary) {
    const Result<BinaryTable> audible = project.labels(ids, Truth::Audible);
    if (!audible)
        return tl::unexpected(audible.error());
    for (std::size_t clip = 0; clip < ids.size(); ++clip) {
        const std::size_t before = summary.inaudiblePairs;
        for (std::size_t k = 0; k < labels.events; ++k) {
            if (labels(clip, k) == 0 || (*audible)(clip, k) != 0)
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
    const Result<std::vector<Clip>> clips = project.clips(count.split);
    if (!clips)
        return tl::unexpected(clips.error());
    const std::vector<ClipId> ids = idsOf(*clips);
    const Result<BinaryTable> labels = project.labels(ids, Truth::Weak);
    if (!labels)
        return tl::unexpected(labels.error());
    for (std::size_t clip = 0; clip < ids.size(); ++clip)
        for (std::size_t k = 0; k < events; ++k)
            summary.labels[k] += (*labels)(clip, k);
    if (Result<void> counted = countInaudible(project, ids, *labels, summary); !counted)
        return tl::unexpected(counted.error());
    return summary;
}

} // namespace

std::size_t SplitSummary::labelCount() const {
    return std::accumulate(labels.begin(), labels.end(), std::size_t{0});
}

Result<ProjectSummary> summaryOf(const Project &project) {
    ProjectSummary summary;
    const Result<std::vector<SplitCount>> counts = project.splitCounts();
    if (!counts)
        return tl::unexpected(counts.error());
    for (const SplitCount &count : *counts) {
        Result<SplitSummary> split = splitSummary(project, count);
        if (!split)
            return tl::unexpected(split.error());
        summary.splits.push_back(std::move(*split));
    }
    const Result<std::vector<ScoreSource>> sources = project.scoreSources();
    const Result<std::vector<Clip>> clips = project.clips();
    if (!sources || !clips)
        return tl::unexpected(sources ? clips.error() : sources.error());
    for (const ScoreSource &source : *sources) {
        const Result<ScoresOfClips> scores = project.scores(source, idsOf(*clips));
        if (!scores)
            return tl::unexpected(scores.error());
        summary.sources.push_back(
            {source, static_cast<std::size_t>(std::ranges::count(scores->hasScore, std::uint8_t{1}))});
    }
    return summary;
}

} // namespace tagscope
