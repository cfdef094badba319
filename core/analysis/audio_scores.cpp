// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/audio_scores.h"

#include "core/base/try.h"
#include "core/project/clip_ids.h"

#include <cstddef>
#include <vector>

namespace tagscope {

Result<void> storeAudioScores(Project &project, const ScoreSource &source, const Clip &clip,
                              const ClipAnalysis &analysis) {
    if (!analysis.audio || analysis.audio->probabilities.empty())
        return {};
    const std::vector<ClipScore> scores{{clip.id, analysis.audio->probabilities}};
    return project.storeScores(source, scores);
}

Result<void> completeAudioScores(Project &project, const Analyzer &analyzer, const ScoreSource &source,
                                 const std::stop_token &stop) {
    if (!analyzer.models().tagger.value)
        return {};
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(source, idsOf(clips)));
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (scores.hasScore[i] != 0)
            continue;
        Result<void> stored;
        const Result<void> done = analyzer.analyse(
            clips[i].media,
            [&](const ClipAnalysis &analysis) { stored = storeAudioScores(project, source, clips[i], analysis); }, {},
            stop);
        if (!done || !stored)
            return done ? stored : done;
    }
    return {};
}

} // namespace tagscope
