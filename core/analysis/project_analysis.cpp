// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/project_analysis.h"

#include "core/analysis/clip_run.h"
#include "core/analysis/score_shard.h"
#include "core/analysis/settings_json.h"
#include "core/evaluation/evaluation.h"

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
        return fail(Error::Kind::Inconsistent, "Video probabilities need an analysis with the video branch.");
    const Models &models = analyzer.models();
    const auto require = [](const auto &model) -> Result<void> {
        if (model.value)
            return {};
        return fail(Error::Kind::Inconsistent, "There can be no video probabilities. " + model.whyAbsent);
    };
    return require(models.alexNet).and_then([&] { return require(models.inceptionV4); }).and_then([&] {
        return require(models.vectors);
    });
}

// Makes room for scores of this recipe: those of another one go.
Result<void> adoptRecipe(Project &project, const std::string &recipe) {
    return project.atomically([&]() -> Result<void> {
        const Result<std::optional<std::string>> before = project.setting(kVideoRecipeSetting);
        if (!before)
            return tl::unexpected(before.error());
        if (*before == recipe)
            return {};
        return project.removeScores(videoScores()).and_then([&] {
            return project.setSetting(kVideoRecipeSetting, recipe);
        });
    });
}

std::vector<ClipId> idsOf(std::span<const Clip> clips) {
    std::vector<ClipId> ids;
    ids.reserve(clips.size());
    for (const Clip &clip : clips)
        ids.push_back(clip.id);
    return ids;
}

// Of the clips those that have scores of this recipe.
Result<std::unordered_set<ClipId>> scoredClips(const Project &project, std::span<const Clip> clips,
                                               const std::string &recipe) {
    const Result<std::optional<std::string>> stored = project.setting(kVideoRecipeSetting);
    if (!stored)
        return tl::unexpected(stored.error());
    std::unordered_set<ClipId> scored;
    if (*stored != recipe)
        return scored;
    const Result<ScoresOfClips> scores = project.scores(videoScores(), idsOf(clips));
    if (!scores)
        return tl::unexpected(scores.error());
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (scores->hasScore[i] != 0)
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
        return fail(Error::Kind::Unreadable, shardDirectory(project).string() + " cannot be read.", error.message());
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
    const Result<std::vector<Clip>> clips = project.clips();
    if (!clips)
        return tl::unexpected(clips.error());
    std::unordered_map<std::string, ClipId> ids;
    for (const Clip &clip : *clips)
        ids.emplace(clip.name, clip.id);
    std::vector<ClipScore> scores;
    for (const ScoreShard::Row &row : shard.rows) {
        const auto found = ids.find(row.clip);
        if (found == ids.end())
            return fail(Error::Kind::Inconsistent, file.string() + " has scores of the clip \"" + row.clip +
                                                       "\", which the project lacks. Delete the file, or import "
                                                       "that clip.");
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
    const Result<std::optional<std::string>> stored = project.setting("analysis");
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored) {
        AnalysisSettings settings = settingsFor(project.classes());
        settings.clipDuration = project.clipDuration();
        return settings;
    }
    Result<AnalysisSettings> settings = settingsFromJson(**stored);
    if (!settings)
        return settings;
    const std::string name = project.file().filename().string();
    if (!std::ranges::equal(settings->events, project.classes(), {}, &EventClass::name, &EventClass::name) ||
        settings->operatingPoint.threshold.size() != settings->events.size())
        return fail(Error::Kind::Inconsistent,
                    "The setting \"analysis\" of " + name + " is for other classes than the project has.");
    if (settings->clipDuration != project.clipDuration())
        return fail(Error::Kind::Inconsistent,
                    "The setting \"analysis\" of " + name + " is for clips of another duration than the project has.");
    return settings;
}

std::string videoRecipe(const ModelsUsed &used, const AnalysisSettings &analysis) {
    nlohmann::json settings = nlohmann::json::parse(stageSettingsToJson(analysis));
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
    if (Result<void> ready = requireVideoModels(analyzer); !ready)
        return tl::unexpected(ready.error());
    const std::string recipe = videoRecipe(analyzer);
    if (Result<void> adopted = adoptRecipe(project, recipe); !adopted)
        return tl::unexpected(adopted.error());
    const Result<std::unordered_set<ClipId>> scored = scoredClips(project, clips, recipe);
    if (!scored)
        return tl::unexpected(scored.error());
    const KeepScores keep = [&project](std::span<const ScoredClip> batch) {
        std::vector<ClipScore> scores;
        for (const ScoredClip &one : batch)
            scores.push_back({one.clip.id, one.probabilities});
        return project.storeScores(videoScores(), scores);
    };
    return runClips(
        analyzer, clips, [&](const Clip &clip) { return scored->contains(clip.id); }, threads, keep, receive, progress,
        std::move(stop));
}

Result<ProjectAnalysis> analyseShard(const Project &project, const Analyzer &analyzer, std::span<const Clip> clips,
                                     const Shard &shard, unsigned threads, const ReceiveClip &receive,
                                     const Progress &progress, std::stop_token stop) {
    if (Result<void> ready = requireVideoModels(analyzer); !ready)
        return tl::unexpected(ready.error());
    if (shard.count < 1 || shard.index < 1 || shard.index > shard.count)
        return fail(Error::Kind::Inconsistent,
                    "There is no shard " + std::to_string(shard.index) + " of " + std::to_string(shard.count) + ".");
    std::vector<Clip> own;
    for (auto i = static_cast<std::size_t>(shard.index - 1); i < clips.size();
         i += static_cast<std::size_t>(shard.count))
        own.push_back(clips[i]);

    const std::string recipe = videoRecipe(analyzer);
    const Result<std::unordered_set<ClipId>> scored = scoredClips(project, own, recipe);
    if (!scored)
        return tl::unexpected(scored.error());
    const fs::path file = shardDirectory(project) /
                          ("scores-" + std::to_string(shard.index) + "-of-" + std::to_string(shard.count) + ".jsonl");
    const ScoreShard before = startOf(file, recipe);
    std::unordered_set<std::string> names;
    for (const ScoreShard::Row &row : before.rows)
        names.insert(row.clip);
    Result<ScoreShardWriter> writer = ScoreShardWriter::begin(file, before);
    if (!writer)
        return tl::unexpected(writer.error());
    return runClips(
        analyzer, own, [&](const Clip &clip) { return scored->contains(clip.id) || names.contains(clip.name); },
        threads, [&](std::span<const ScoredClip> batch) { return writer->append(batch); }, receive, progress,
        std::move(stop));
}

Result<MergedScores> mergeVideoScores(Project &project, const std::optional<std::string> &recipe) {
    const Result<std::vector<fs::path>> files = shardFiles(project);
    if (!files)
        return tl::unexpected(files.error());
    MergedScores merged;
    std::optional<std::string> common = recipe;
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        for (const fs::path &file : *files) {
            const Result<ScoreShard> shard = readScoreShard(file);
            if (!shard)
                return tl::unexpected(shard.error());
            if (recipe && shard->recipe != *recipe) {
                merged.others.push_back(file);
                continue;
            }
            if (common && shard->recipe != *common)
                return fail(Error::Kind::Inconsistent,
                            file.string() + " was made with other models or settings than the shards before it. "
                                            "Delete those that are out of date.");
            common = shard->recipe;
            const Result<std::vector<ClipScore>> scores = scoresFor(project, *shard, file);
            if (!scores)
                return tl::unexpected(scores.error());
            Result<void> step = adoptRecipe(project, *common);
            if (step)
                step = project.storeScores(videoScores(), *scores);
            if (!step)
                return step;
            ++merged.files;
            merged.clips += scores->size();
        }
        return {};
    });
    if (!stored)
        return tl::unexpected(stored.error());
    return merged;
}

} // namespace tagscope
