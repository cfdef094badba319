// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "progress_line.h"

#include "core/analysis/project_analysis.h"
#include "core/analysis/project_models.h"
#include "core/base/message_texts.h"
#include "core/base/try.h"
#include "core/network/image_networks.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>
#include <set>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct VideoOptions {
    std::string project;
    std::string split;
    std::string shard;
    std::string models;
    bool merge = false;
};

// "I/N", with 1 <= I <= N.
std::optional<Shard> shardFrom(const std::string &text) {
    Shard shard;
    const char *end = text.data() + text.size();
    const auto [slash, first] = std::from_chars(text.data(), end, shard.index);
    if (first != std::errc() || slash == end || *slash != '/')
        return std::nullopt;
    const auto [rest, second] = std::from_chars(slash + 1, end, shard.count);
    if (second != std::errc() || rest != end || shard.index < 1 || shard.index > shard.count)
        return std::nullopt;
    return shard;
}

int reportScores(const ProjectAnalysis &done, const Analyzer &analyzer, const CommonOptions &common) {
    for (const ProjectAnalysis::Failure &failure : done.failures)
        spdlog::error("{}: {}", failure.clip, failure.error.what());
    if (common.json) {
        json failures = json::array();
        for (const ProjectAnalysis::Failure &failure : done.failures)
            failures.push_back({{"clip", failure.clip}, {"reason", failure.error.what()}});
        const ModelsUsed used = analyzer.modelsUsed();
        printDocument(
            {{"clips", done.clips},
             {"analysed", done.analysed},
             {"skipped", done.skipped},
             {"missing", done.missing},
             {"without_pictures", done.withoutPictures},
             {"failures", std::move(failures)},
             {"models", {{"alexnet", used.alexNet}, {"inception_v4", used.inceptionV4}, {"vectors", used.vectors}}},
             {"notes", englishTexts(analyzer.models().notes)}});
    } else {
        std::printf("%zu clips: %zu analysed, %zu already done, %zu without media, %zu without pictures, %zu failed\n",
                    done.clips, done.analysed, done.skipped, done.missing, done.withoutPictures, done.failures.size());
    }
    return done.failures.empty() ? kDone : kFailed;
}

Result<int> mergeScores(Project &project, const CommonOptions &common) {
    const MergedScores merged = TAGSCOPE_TRY(mergeVideoScores(project));
    if (common.json)
        printDocument({{"files", merged.files}, {"clips", merged.clips}});
    else
        std::printf("video probabilities of %zu clips stored, from %zu shards\n", merged.clips, merged.files);
    return kDone;
}

void sayWhatWasCollected(const MergedScores &merged) {
    if (merged.files > 0)
        spdlog::info("Video probabilities of {} clips were collected from {} shards.", merged.clips, merged.files);
    for (const std::filesystem::path &file : merged.others)
        spdlog::warn("{} was made with other models or settings and is skipped.", file.string());
}

class VideoRun {
public:
    VideoRun(const VideoOptions &options, const CommonOptions &common, std::optional<Shard> shard)
        : options_(options), common_(common), shard_(shard) {}

    Result<int> run(Project &project, const std::stop_token &stop) {
        const AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
        Models models =
            TAGSCOPE_TRY(options_.models.empty() ? loadModelsFor(project) : loadModelsFor(project, options_.models));
        for (const std::string &note : englishTexts(models.notes))
            spdlog::info("{}", note);
        const Analyzer analyzer(std::make_shared<const Models>(std::move(models)), settings, project.cacheDirectory(),
                                Branches::Video);
        const std::vector<Clip> clips =
            TAGSCOPE_TRY(options_.split.empty() ? project.clips() : project.clips(options_.split));
        if (clips.empty() && !options_.split.empty())
            return fail(Error::Kind::Inconsistent, {"evaluation.no_clips_in_split", options_.split});
        if (!shard_) {
            const MergedScores merged = TAGSCOPE_TRY(mergeVideoScores(project, videoRecipe(analyzer)));
            sayWhatWasCollected(merged);
        }
        const Result<ProjectAnalysis> done = analyse(project, analyzer, clips, stop);
        if (done)
            return reportScores(*done, analyzer, common_);
        if (!done.error().isCancelled())
            return tl::unexpected(done.error());
        spdlog::warn("Stopped. Run the same command again to continue.");
        return kFailed;
    }

private:
    Result<ProjectAnalysis> analyse(Project &project, const Analyzer &analyzer, const std::vector<Clip> &clips,
                                    const std::stop_token &stop) const {
        // One thread a clip and as many clips at once as there are threads beats threads inside a clip.
        setNetworkThreads(1);
        const auto threads = static_cast<unsigned>(common_.threadCount());
        const auto count = static_cast<double>(clips.size());
        ProgressLine line("clips", clips.size(), common_.quiet);
        const Progress progress = [&](double fraction, std::string_view stage) { line.show(fraction * count, stage); };
        const std::vector<std::string> ofModels = englishTexts(analyzer.models().notes);
        std::set<std::string> said(ofModels.begin(), ofModels.end());
        const ReceiveClip sayOnce = [&said](const Clip &, const ClipAnalysis &clip) {
            for (const std::string &note : englishTexts(clip.notes)) {
                if (said.insert(note).second)
                    spdlog::info("{}", note);
            }
        };
        return shard_ ? analyseShard(project, analyzer, clips, *shard_, threads, sayOnce, progress, stop)
                      : analyseProject(project, analyzer, clips, threads, sayOnce, progress, stop);
    }

    const VideoOptions &options_;
    const CommonOptions &common_;
    std::optional<Shard> shard_;
};

Result<int> video(const VideoOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    std::optional<Shard> shard;
    if (!options.shard.empty()) {
        shard = shardFrom(options.shard);
        if (!shard) {
            spdlog::error("--shard takes I/N with I from 1 to N, such as 2/8, not {}.", options.shard);
            return kWrongUsage;
        }
    }
    Project project =
        TAGSCOPE_TRY(Project::open(options.project, shard ? Project::Access::ReadOnly : Project::Access::ReadWrite));
    return options.merge ? mergeScores(project, common) : VideoRun(options, common, shard).run(project, stop);
}

} // namespace

void addVideoCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<VideoOptions>();
    CLI::App *command =
        program.add_subcommand("video", "Key frames, objects and video probabilities of a project's clips");
    command->add_option("PROJECT", options->project, "The project file")->required();
    CLI::Option *split = command->add_option("--split", options->split, "Only the clips of this split");
    CLI::Option *shard = command->add_option(
        "--shard", options->shard,
        "I/N: only the I-th of N parts, alongside other programs; the next run without --shard collects them");
    command->add_option("--models", options->models, "Directory of registered models");
    command->add_flag("--merge", options->merge, "Collect the results of the shards, and nothing else")
        ->excludes(split)
        ->excludes(shard);
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return video(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
