// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_analyst.h"

#include "core/analysis/given_scores.h"
#include "core/analysis/misleading_media.h"
#include "core/analysis/project_scoring.h"
#include "core/analysis/tagger_prediction.h"
#include "core/base/try.h"
#include "core/demo/demo_project.h"
#include "core/evaluation/project_points.h"
#include "core/project/misleading_marks.h"

#include <algorithm>
#include <span>
#include <thread>

namespace tagscope {

Result<std::vector<ClipId>> LocalAnalyst::unscored(const std::vector<ClipId> &clips, const std::stop_token &) {
    const std::shared_ptr<const Analyzer> analyzer = TAGSCOPE_TRY(analyzers_.own());
    const Scoring scoring = TAGSCOPE_TRY(scoringBy(project(), *analyzer));
    return unscoredClips(project(), scoring, clips);
}

// What the project's own models gave the clip's sound; none where they give sounds nothing.
Result<std::vector<float>> LocalAnalyst::heardByOwn(ClipId id) {
    const std::shared_ptr<const Analyzer> analyzer = TAGSCOPE_TRY(analyzers_.own());
    if (!analyzer->scoresSound())
        return std::vector<float>();
    const Clip clip = TAGSCOPE_TRY(clipOf(id));
    return analyzer->analyseClip(clip.media, clip.start, clip.duration).map([&clip](const ClipAnalysis &analysis) {
        return scoredClip(clip, analysis).audio;
    });
}

Result<void> LocalAnalyst::keepScores(ClipId id, const ClipAnalysis &analysis) {
    if (project().access() == Project::Access::ReadOnly)
        return {};
    TAGSCOPE_TRY(keepMisleading(project(), id, analysis.media, misleadingNotes(analysis)));
    const Scoring scoring = TAGSCOPE_TRY(scoringOf(project(), analysis));
    Clip clip;
    clip.id = id;
    ScoredClip scored = scoredClip(clip, analysis);
    if (hasGivenScores(analysis)) // which have a source of their own; what the project's models heard is in the cache
        scored.audio = TAGSCOPE_TRY(heardByOwn(id));
    return storeAnalysedScores(project(), scoring, std::span(&scored, 1));
}

Result<std::vector<std::string>> LocalAnalyst::makePoints(bool isSplitDone, const std::stop_token &stop) {
    if (project().access() == Project::Access::ReadOnly)
        return std::vector<std::string>();
    PointMaking making;
    making.areExistingKept = true;
    making.sources = TAGSCOPE_TRY(newestSources(project(), making.split));
    if (const Result<demo::DemoOrigin> origin = demo::originOf(project()))
        making.seed = origin->seed;
    if (!isSplitDone) {
        const bool isDone = TAGSCOPE_TRY(isScored(project(), making.split, making.sources));
        if (!isDone)
            return std::vector<std::string>();
    }
    return tagscope::makePoints(project(), making, stop);
}

Result<PredictionOutcome> LocalAnalyst::scoreWithHead(const std::string &run, const std::filesystem::path &head,
                                                      const Progress &progress, const std::stop_token &stop) {
    TAGSCOPE_TRY(keepSources(project(), kSplitOfPoints));
    TaggerPrediction options;
    options.name = run;
    options.isOfRun = true;
    options.threads = std::max(std::thread::hardware_concurrency(), 1U);
    const TaggerPredictionOutcome outcome = TAGSCOPE_TRY(predictWithTagger(project(), head, options, progress, stop));
    const ProjectAnalysis &clips = outcome.analysis;
    const std::size_t left = clips.missing + clips.failures.size();
    return PredictionOutcome{clips.clips - left, left, outcome.source, outcome.activations};
}

Result<PredictionOutcome> LocalAnalyst::scoreWith(const std::string &run, const Progress &progress,
                                                  const std::stop_token &stop) {
    const std::optional<std::filesystem::path> head = TAGSCOPE_TRY(headOfRun(project(), run));
    if (head)
        return scoreWithHead(run, *head, progress, stop);
    constexpr double kPreparation = 0.5; // where no feature is there; else it is over at once
    TAGSCOPE_TRY(prepareTraining(
        [&progress](double fraction, std::string_view stage) { progress(kPreparation * fraction, stage); }, stop));
    TAGSCOPE_TRY(keepSources(project(), kSplitOfPoints));
    PredictionOptions options;
    options.threads = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
    return predictRun(
        project(), run, options,
        [&progress](double fraction, std::string_view stage) {
            progress(kPreparation + (1 - kPreparation) * fraction, stage);
        },
        stop);
}

} // namespace tagscope
