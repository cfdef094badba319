// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/project_scoring.h"

#include "core/analysis/settings_json.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

constexpr const char *kDemoSource = "demo";
constexpr const char *kOwnSource = "analysis";

// One branch of a scoring.
struct BranchScoring {
    const ScoreSource &source;
    std::string_view setting;
    const std::string &recipe;
};

std::vector<BranchScoring> branchesOf(const Scoring &scoring) {
    std::vector<BranchScoring> branches;
    if (!scoring.audioRecipe.empty())
        branches.push_back({scoring.audio, kAudioRecipeSetting, scoring.audioRecipe});
    if (!scoring.videoRecipe.empty())
        branches.push_back({videoScores(), kVideoRecipeSetting, scoring.videoRecipe});
    return branches;
}

Result<bool> fallsBackOnDemo(const Project &project) {
    const std::optional<std::string> text = TAGSCOPE_TRY(project.setting("models"));
    const nlohmann::json document = foreignJson(text.value_or("{}"));
    return document.is_object() && document.contains("demo") && document["demo"] == true;
}

std::string audioRecipe(const ModelsUsed &models, const AnalysisSettings &analysis) {
    const nlohmann::json settings = foreignJson(stageSettingsToJson(analysis));
    return nlohmann::json{{"tagger", models.crnn},
                          {"settings", {{"logMel", settings.value("logMel", nlohmann::json())}}}}
        .dump();
}

Result<Scoring> ofBoth(const Project &project, const ModelsUsed &models, const AnalysisSettings &settings) {
    return fallsBackOnDemo(project).map([&](bool isDemo) {
        return Scoring{{Branch::Audio, isDemo ? kDemoSource : kOwnSource},
                       audioRecipe(models, settings),
                       videoRecipe(models, settings)};
    });
}

enum class Stored { None, OfRecipe, OfOther };

Result<Stored> storedOf(const Project &project, const BranchScoring &branch) {
    const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
    if (std::ranges::find(sources, branch.source) == sources.end())
        return Stored::None;
    const std::optional<std::string> recipe = TAGSCOPE_TRY(project.setting(branch.setting));
    // Demos of earlier versions did not say what made their audio probabilities: it was this.
    const bool isEarlierDemo = !recipe && branch.source.branch == Branch::Audio;
    return recipe == branch.recipe || isEarlierDemo ? Stored::OfRecipe : Stored::OfOther;
}

Result<void> storeBranch(Project &project, const BranchScoring &branch, std::span<const ClipScore> scores) {
    if (scores.empty())
        return {};
    const Stored stored = TAGSCOPE_TRY(storedOf(project, branch));
    if (stored == Stored::OfOther)
        return {};
    TAGSCOPE_TRY(project.setSetting(branch.setting, branch.recipe));
    return project.storeScores(branch.source, scores);
}

Result<void> removeOthers(Project &project, const Scoring &scoring) {
    return project.atomically([&]() -> Result<void> {
        for (const BranchScoring &branch : branchesOf(scoring)) {
            const Stored stored = TAGSCOPE_TRY(storedOf(project, branch));
            if (stored == Stored::OfOther)
                TAGSCOPE_TRY(project.removeScores(branch.source));
        }
        return {};
    });
}

} // namespace

Result<Scoring> scoringBy(const Project &project, const Analyzer &analyzer) {
    return ofBoth(project, analyzer.modelsUsed(), analyzer.settings()).map([&analyzer](Scoring &&scoring) {
        if (!analyzer.scoresSound())
            scoring.audioRecipe.clear();
        if (!analyzer.scoresPictures())
            scoring.videoRecipe.clear();
        return std::move(scoring);
    });
}

Result<Scoring> scoringOf(const Project &project, const ClipAnalysis &analysis) {
    return ofBoth(project, analysis.models, analysis.settings);
}

Result<std::vector<ClipId>> unscoredClips(const Project &project, const Scoring &scoring,
                                          std::span<const ClipId> clips) {
    std::vector<bool> isUnscored(clips.size());
    for (const BranchScoring &branch : branchesOf(scoring)) {
        const Stored stored = TAGSCOPE_TRY(storedOf(project, branch));
        if (stored == Stored::OfOther)
            continue;
        const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(branch.source, clips));
        for (std::size_t i = 0; i < clips.size(); ++i)
            isUnscored[i] = isUnscored[i] || scores.hasScore[i] == 0;
    }
    std::vector<ClipId> unscored;
    for (std::size_t i = 0; i < clips.size(); ++i)
        if (isUnscored[i])
            unscored.push_back(clips[i]);
    return unscored;
}

Result<void> storeAnalysedScores(Project &project, const Scoring &scoring, std::span<const ScoredClip> clips) {
    std::vector<ClipScore> audio;
    std::vector<ClipScore> video;
    for (const ScoredClip &scored : clips) {
        if (!scored.audio.empty())
            audio.push_back({scored.clip.id, scored.audio});
        if (!scored.probabilities.empty())
            video.push_back({scored.clip.id, scored.probabilities});
    }
    if (audio.empty() && video.empty())
        return {};
    return project.atomically([&]() -> Result<void> {
        for (const BranchScoring &branch : branchesOf(scoring))
            TAGSCOPE_TRY(storeBranch(project, branch, branch.source.branch == Branch::Audio ? audio : video));
        return {};
    });
}

Result<ProjectAnalysis> scoreProject(Project &project, const Analyzer &analyzer, std::span<const Clip> clips,
                                     unsigned threads, const Progress &progress, std::stop_token stop) {
    const Scoring scoring = TAGSCOPE_TRY(scoringBy(project, analyzer));
    TAGSCOPE_TRY(removeOthers(project, scoring));
    const std::vector<ClipId> toDo = TAGSCOPE_TRY(unscoredClips(project, scoring, idsOf(clips)));
    const std::unordered_set<ClipId> unscored(toDo.begin(), toDo.end());
    const KeepScores keep = [&](std::span<const ScoredClip> batch) {
        return storeAnalysedScores(project, scoring, batch);
    };
    return runClips(
        analyzer, clips, [&unscored](const Clip &clip) { return !unscored.contains(clip.id); }, threads, keep, {},
        progress, std::move(stop));
}

} // namespace tagscope
