// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/clip_figures.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"
#include "core/fusion/absent_score.h"
#include "core/project/audited_truth.h"
#include "core/project/clip_ids.h"
#include "core/project/operating_points.h"

#include <algorithm>
#include <utility>

namespace tagscope {
namespace {

void copyScores(const ScoresOfClips &scores, std::size_t firstRow, Matrix &into) {
    for (std::size_t row = 0; row < scores.scores.rows; ++row)
        if (scores.hasScore[row] != 0)
            std::ranges::copy(scores.scores.row(row), into.row(firstRow + row).begin());
}

// Reads the newest scores of each split's clips.
Result<void> fillScores(const Project &project, ClipFigures &figures, const std::stop_token &stop) {
    const std::vector<SplitCount> splits = TAGSCOPE_TRY(project.splitCounts());
    std::vector<std::pair<std::string, std::vector<ClipId>>> clipsOf;
    for (const SplitCount &split : splits) {
        const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(split.split));
        clipsOf.emplace_back(split.split, idsOf(clips));
        figures.clips.insert(figures.clips.end(), clipsOf.back().second.begin(), clipsOf.back().second.end());
    }
    const std::size_t events = project.classes().size();
    std::size_t row = 0;
    for (const auto &[split, clips] : clipsOf) {
        if (stop.stop_requested())
            return cancelled();
        const SystemSources sources = TAGSCOPE_TRY(newestSources(project, split));
        for (const auto &[source, into] :
             {std::pair(sources.audio, &figures.audio), std::pair(sources.video, &figures.video)}) {
            if (!source)
                continue;
            if (into->empty())
                *into = Matrix(figures.clips.size(), events, kAbsentScore);
            const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(*source, clips));
            copyScores(scores, row, *into);
        }
        row += clips.size();
    }
    return {};
}

// None of a project of an older version that is opened for reading only.
std::vector<Verdict> standingVerdictsOf(const Project &project) {
    Result<std::vector<Verdict>> history = project.verdictHistory();
    return history ? standingVerdicts(std::move(*history)) : std::vector<Verdict>();
}

} // namespace

Result<ClipFigures> clipFigures(const Project &project, const std::stop_token &stop) {
    ClipFigures figures;
    TAGSCOPE_TRY(fillScores(project, figures, stop));
    const std::optional<NamedOperatingPoint> chosen = TAGSCOPE_TRY(chosenPoint(project));
    if (chosen)
        figures.point = chosen->point;
    const std::vector<Verdict> standing = standingVerdictsOf(project);
    figures.verdicts = finalVerdicts(standing);
    figures.known = TAGSCOPE_TRY(knownPairs(project, figures.clips, standing));
    return figures;
}

} // namespace tagscope
