// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/project_analysis.h"

#include "core/analysis/clip_run.h"
#include "core/analysis/settings_json.h"
#include "core/analysis/video_scores.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/evaluation/evaluation.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

// Of the clips those that have scores of this recipe.
Result<std::unordered_set<ClipId>> scoredClips(const Project &project, std::span<const Clip> clips,
                                               const std::string &recipe) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(kVideoRecipeSetting));
    std::unordered_set<ClipId> scored;
    if (stored != recipe)
        return scored;
    const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(videoScores(), idsOf(clips)));
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (scores.hasScore[i] != 0)
            scored.insert(clips[i].id);
    }
    return scored;
}

} // namespace

Result<void> requireVideoModels(const Analyzer &analyzer) {
    if (analyzer.branches() == Branches::Audio)
        return fail(Error::Kind::Inconsistent, "analysis.no_video_branch");
    const Models &models = analyzer.models();
    const auto require = [](const auto &model) -> Result<void> {
        if (model.value)
            return {};
        return fail(Error::Kind::Inconsistent, {"analysis.no_video_probabilities", model.whyAbsent});
    };
    return require(models.inceptionV4).and_then([&] { return require(models.vectors); });
}

Result<void> adoptVideoRecipe(Project &project, const std::string &recipe) {
    return project.atomically([&]() -> Result<void> {
        const std::optional<std::string> before = TAGSCOPE_TRY(project.setting(kVideoRecipeSetting));
        if (before == recipe)
            return {};
        return project.removeScores(videoScores()).and_then([&] {
            return project.setSetting(kVideoRecipeSetting, recipe);
        });
    });
}

const ScoreSource &videoScores() {
    static const ScoreSource source{Branch::Video, std::string(kVideoSourceName)};
    return source;
}

Result<AnalysisSettings> projectSettings(const Project &project) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting("analysis"));
    if (!stored) {
        AnalysisSettings settings = settingsFor(project.classes());
        settings.clipDuration = project.clipDuration();
        return settings;
    }
    AnalysisSettings settings = TAGSCOPE_TRY(settingsFromJson(*stored));
    const std::string name = project.file().filename().string();
    if (!std::ranges::equal(settings.events, project.classes(), {}, &EventClass::name, &EventClass::name) ||
        settings.operatingPoint.threshold.size() != settings.events.size())
        return fail(Error::Kind::Inconsistent, {"analysis.setting_of_other_classes", name});
    if (settings.clipDuration != project.clipDuration())
        return fail(Error::Kind::Inconsistent, {"analysis.setting_of_other_duration", name});
    return settings;
}

std::string videoRecipe(const ModelsUsed &used, const AnalysisSettings &analysis) {
    nlohmann::json settings = foreignJson(stageSettingsToJson(analysis));
    settings.erase("logMel"); // the audio branch's
    return nlohmann::json{
        {"models", {{"alexnet", used.alexNet}, {"inception_v4", used.inceptionV4}, {"vectors", used.vectors}}},
        {"settings", std::move(settings)}}
        .dump();
}

std::string videoRecipe(const Analyzer &analyzer) {
    return videoRecipe(analyzer.modelsUsed(), analyzer.settings());
}

Result<ProjectAnalysis> analyseProject(Project &project, const Analyzer &analyzer, std::span<const Clip> clips,
                                       unsigned threads, const ReceiveClip &receive, const Progress &progress,
                                       std::stop_token stop) {
    TAGSCOPE_TRY(requireVideoModels(analyzer));
    const std::string recipe = videoRecipe(analyzer);
    TAGSCOPE_TRY(adoptVideoRecipe(project, recipe));
    const std::unordered_set<ClipId> scored = TAGSCOPE_TRY(scoredClips(project, clips, recipe));
    const KeepScores keep = [&project](std::span<const ScoredClip> batch) {
        std::vector<ClipScore> scores;
        for (const ScoredClip &one : batch)
            if (!one.probabilities.empty())
                scores.push_back({one.clip.id, one.probabilities});
        return project.storeScores(videoScores(), scores);
    };
    return runClips(
        analyzer, clips, [&](const Clip &clip) { return scored.contains(clip.id); }, threads, keep, receive, progress,
        std::move(stop));
}

} // namespace tagscope
