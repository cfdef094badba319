// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/project_mapping.h"

#include "core/analysis/clip_revision.h"
#include "core/analysis/project_analysis.h"
#include "core/analysis/settings_json.h"
#include "core/base/try.h"
#include "core/jobs/worker_pool.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

std::vector<int> tagsOf(const ClipAnalysis &clip) {
    std::vector<int> tags;
    for (std::size_t k = 0; k < clip.events.size(); ++k)
        if (clip.events[k].tag)
            tags.push_back(static_cast<int>(k));
    return tags;
}

// The clips with video scores, and those scores.
Result<std::vector<ClipScore>> videoScoresOf(const Project &project, std::span<const Clip> clips) {
    const std::vector<ClipId> ids = idsOf(clips);
    const ScoresOfClips stored = TAGSCOPE_TRY(project.scores(videoScores(), ids));
    std::vector<ClipScore> scores;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (stored.hasScore[i] != 0) {
            const std::span<const float> row = stored.scores.row(i);
            scores.push_back({ids[i], {row.begin(), row.end()}});
        }
    return scores;
}

// Whether the mapping is one at all for these objects and events.
Result<void> checkMapping(const Analyzer &analyzer, const MappingOptions &mapping) {
    if (analyzer.cosine().empty() && mapping.rule != MappingRule::Table)
        return fail(Error::Kind::Inconsistent, {"analysis.no_mapping", analyzer.models().vectors.whyAbsent});
    const int object = 0;
    const float probability = 1.0F;
    const MappedObjects mapped =
        TAGSCOPE_TRY(mapObjects(analyzer.cosine(), std::span(&object, 1), std::span(&probability, 1), mapping));
    if (mapped.eventProbabilities.size() != analyzer.settings().events.size())
        return fail(Error::Kind::Inconsistent, "analysis.mapping_table");
    return {};
}

// Maps clips on several threads.
class Mapping {
public:
    Mapping(const Analyzer &whole, const Analyzer &video, const MappingOptions &mapping, std::size_t clips,
            const Progress &progress)
        : whole_(whole), video_(video), clips_(clips), progress_(progress) {
        revision_.mapping = mapping;
        inputs_.cosine = whole.cosine();
    }

    void map(const Clip &clip, bool hasScore, const std::stop_token &stop) {
        Result<std::optional<ClipAnalysis>> analysed = analysisOf(clip, hasScore, stop);
        Result<std::optional<ClipAnalysis>> revised = std::optional<ClipAnalysis>();
        if (!analysed)
            revised = tl::unexpected(analysed.error());
        else if (*analysed && (*analysed)->video && !(*analysed)->video->objects.empty())
            revised = revise(**analysed, revision_, inputs_).map([](ClipAnalysis &&made) {
                return std::optional(std::move(made));
            });
        const std::lock_guard lock(mutex_);
        if (!revised && !revised.error().isCancelled())
            failures_.emplace(clip.id, Message("base.within", clip.name, revised.error()));
        else if (revised && *revised)
            take(clip, **analysed, **revised);
        ++done_;
        if (progress_)
            progress_(static_cast<double>(done_) / static_cast<double>(clips_), "mapping");
    }

    // Once all clips are through.
    void fill(ProjectMapping &outcome) {
        outcome.clips = scores_.size();
        outcome.changed = changed_;
        for (auto &[clip, score] : scores_)
            outcome.after.scores.push_back({clip, std::move(score)});
        for (auto &[clip, tags] : tags_) {
            outcome.changedTags += tags.before != tags.after ? 1U : 0U;
            outcome.tags.push_back(std::move(tags));
        }
        for (auto &[clip, failure] : failures_)
            outcome.failures.push_back(std::move(failure));
        outcome.leftOut = clips_ - outcome.clips - outcome.failures.size();
    }

private:
    // Nothing where the clip was never analysed, or cannot be.
    Result<std::optional<ClipAnalysis>> analysisOf(const Clip &clip, bool hasScore, const std::stop_token &stop) const {
        if (stop.stop_requested())
            return cancelled();
        if (clip.isMissing || clip.media.empty())
            return std::optional<ClipAnalysis>();
        for (const Analyzer *analyzer : {&whole_, &video_}) {
            Result<std::optional<ClipAnalysis>> known =
                analyzer->knownClip(clip.media, clip.start, clip.duration, stop);
            if (!known || *known)
                return known;
        }
        if (!hasScore)
            return std::optional<ClipAnalysis>();
        return video_.analyseClip(clip.media, clip.start, clip.duration, {}, stop).map([](ClipAnalysis &&made) {
            return std::optional(std::move(made));
        });
    }

    void take(const Clip &clip, const ClipAnalysis &before, const ClipAnalysis &after) {
        if (before.video->probabilities != after.video->probabilities)
            ++changed_;
        if (!before.models.crnn.empty())
            tags_.emplace(clip.id, ProjectMapping::Tags{clip.id, tagsOf(before), tagsOf(after)});
        scores_.emplace(clip.id, after.video->probabilities);
    }

    const Analyzer &whole_;
    const Analyzer &video_;
    std::size_t clips_;
    const Progress &progress_;
    ClipRevision revision_;
    RevisionInputs inputs_;
    std::mutex mutex_; // of what follows
    std::map<ClipId, std::vector<float>> scores_;
    std::map<ClipId, ProjectMapping::Tags> tags_;
    std::map<ClipId, Message> failures_;
    std::size_t changed_ = 0;
    std::size_t done_ = 0;
};

} // namespace

Result<VideoState> videoState(const Project &project) {
    const AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
    std::optional<std::string> recipe = TAGSCOPE_TRY(project.setting(kVideoRecipeSetting));
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::vector<ClipScore> scores = TAGSCOPE_TRY(videoScoresOf(project, clips));
    return VideoState{project.classes(), settings.mapping, std::move(recipe), std::move(scores)};
}

Result<void> setVideoState(Project &project, const VideoState &state) {
    return project.atomically([&]() -> Result<void> {
        AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
        settings.mapping = state.mapping;
        // A recipe cannot be taken away; one that no analysis has says the same.
        return project.setSetting("analysis", settingsToJson(settings))
            .and_then([&] { return project.removeScores(videoScores()); })
            .and_then([&] { return project.setSetting(kVideoRecipeSetting, state.recipe.value_or("null")); })
            .and_then([&] { return project.storeScores(videoScores(), state.scores); });
    });
}

Result<ProjectMapping> mapProject(Project &project, const Analyzer &whole, const Analyzer &video,
                                  const MappingOptions &mapping, unsigned threads, const Progress &progress,
                                  std::stop_token stop) {
    TAGSCOPE_TRY(checkMapping(whole, mapping));
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    ProjectMapping outcome;
    outcome.before = TAGSCOPE_TRY(videoState(project));
    AnalysisSettings settings = video.settings();
    settings.mapping = mapping;
    outcome.after.events = outcome.before.events;
    outcome.after.mapping = mapping;
    outcome.after.recipe = videoRecipe(video.modelsUsed(), settings);

    std::unordered_set<ClipId> scored;
    for (const ClipScore &score : outcome.before.scores)
        scored.insert(score.clip);
    Mapping work(whole, video, mapping, clips.size(), progress);
    {
        WorkerPool pool(std::max(1U, threads));
        for (const Clip &clip : clips)
            pool.run([&, stop](const std::stop_token &) { work.map(clip, scored.contains(clip.id), stop); });
        pool.waitUntilIdle();
    }
    if (stop.stop_requested())
        return cancelled();
    work.fill(outcome);
    TAGSCOPE_TRY(setVideoState(project, outcome.after));
    return outcome;
}

} // namespace tagscope
