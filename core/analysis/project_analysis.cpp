// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/project_analysis.h"

#include "core/analysis/clip_run.h"
#include "core/analysis/score_shard.h"
#include "core/analysis/settings_json.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/evaluation/evaluation.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

fs::path shardDirectory(const Project &project) {
    return project.dataDirectory() / "video";
}

Result<void> requireVideoModels(const Analyzer &analyzer) {
    if (analyzer.branches() == Branches::Audio)
        return fail(Error::Kind::Inconsistent, "analysis.no_video_branch");
    const Models &models = analyzer.models();
    const auto require = [](const auto &model) -> Result<void> {
        if (model.value)
            return {};
        return fail(Error::Kind::Inconsistent, {"analysis.no_video_probabilities", model.whyAbsent});
    };
    return require(models.alexNet).and_then([&] { return require(models.inceptionV4); }).and_then([&] {
        return require(models.vectors);
    });
}

// Makes room for scores of this recipe: those of another one go.
Result<void> adoptRecipe(Project &project, const std::string &recipe) {
    return project.atomically([&]() -> Result<void> {
        const std::optional<std::string> before = TAGSCOPE_TRY(project.setting(kVideoRecipeSetting));
        if (before == recipe)
            return {};
        return project.removeScores(videoScores()).and_then([&] {
            return project.setSetting(kVideoRecipeSetting, recipe);
        });
    });
}

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

Result<std::vector<fs::path>> shardFiles(const Project &project) {
    std::set<fs::path> files;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(shardDirectory(project), error)) {
        if (entry.path().extension() == ".jsonl")
            files.insert(entry.path());
    }
    if (error && error != std::errc::no_such_file_or_directory)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", shardDirectory(project)}, error.message());
    return std::vector<fs::path>(files.begin(), files.end());
}

// What the shard has already, where it is of this recipe.
ScoreShard startOf(const fs::path &file, const std::string &recipe) {
    Result<ScoreShard> before = readScoreShard(file);
    if (before && before->recipe == recipe)
        return std::move(*before);
    return {recipe, {}};
}

Result<std::vector<ClipScore>> scoresFor(const Project &project, const ScoreShard &shard, const fs::path &file) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::unordered_map<std::string, ClipId> ids;
    for (const Clip &clip : clips)
        ids.emplace(clip.name, clip.id);
    std::vector<ClipScore> scores;
    for (const ScoreShard::Row &row : shard.rows) {
        const auto found = ids.find(row.clip);
        if (found == ids.end())
            return fail(Error::Kind::Inconsistent, {"analysis.scores_of_unknown_clip", file, row.clip});
        scores.push_back({found->second, row.probabilities});
    }
    return scores;
}

} // namespace

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
    TAGSCOPE_TRY(adoptRecipe(project, recipe));
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

Result<ProjectAnalysis> analyseShard(const Project &project, const Analyzer &analyzer, std::span<const Clip> clips,
                                     const Shard &shard, unsigned threads, const ReceiveClip &receive,
                                     const Progress &progress, std::stop_token stop) {
    TAGSCOPE_TRY(requireVideoModels(analyzer));
    if (shard.count < 1 || shard.index < 1 || shard.index > shard.count)
        return fail(Error::Kind::Inconsistent, {"training.no_shard", shard.index, shard.count});
    std::vector<Clip> own;
    for (auto i = static_cast<std::size_t>(shard.index - 1); i < clips.size();
         i += static_cast<std::size_t>(shard.count))
        own.push_back(clips[i]);

    const std::string recipe = videoRecipe(analyzer);
    const std::unordered_set<ClipId> scored = TAGSCOPE_TRY(scoredClips(project, own, recipe));
    const fs::path file = shardDirectory(project) /
                          ("scores-" + std::to_string(shard.index) + "-of-" + std::to_string(shard.count) + ".jsonl");
    const ScoreShard before = startOf(file, recipe);
    std::unordered_set<std::string> names;
    for (const ScoreShard::Row &row : before.rows)
        names.insert(row.clip);
    ScoreShardWriter writer = TAGSCOPE_TRY(ScoreShardWriter::begin(file, before));
    return runClips(
        analyzer, own, [&](const Clip &clip) { return scored.contains(clip.id) || names.contains(clip.name); }, threads,
        [&](std::span<const ScoredClip> batch) { return writer.append(batch); }, receive, progress, std::move(stop));
}

Result<MergedScores> mergeVideoScores(Project &project, const std::optional<std::string> &recipe) {
    const std::vector<fs::path> files = TAGSCOPE_TRY(shardFiles(project));
    MergedScores merged;
    std::optional<std::string> common = recipe;
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        for (const fs::path &file : files) {
            const ScoreShard shard = TAGSCOPE_TRY(readScoreShard(file));
            if (recipe && shard.recipe != *recipe) {
                merged.others.push_back(file);
                continue;
            }
            if (common && shard.recipe != *common)
                return fail(Error::Kind::Inconsistent, {"analysis.shards_differ", file});
            common = shard.recipe;
            const std::vector<ClipScore> scores = TAGSCOPE_TRY(scoresFor(project, shard, file));
            TAGSCOPE_TRY(adoptRecipe(project, *common));
            TAGSCOPE_TRY(project.storeScores(videoScores(), scores));
            ++merged.files;
            merged.clips += scores.size();
        }
        return {};
    });
    TAGSCOPE_TRY(stored);
    return merged;
}

} // namespace tagscope
