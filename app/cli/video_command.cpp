// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "network_commands.h"
#include "progress_line.h"
#include "shard_option.h"

#include "core/analysis/project_analysis.h"
#include "core/analysis/project_models.h"
#include "core/analysis/video_shards.h"
#include "core/base/message_texts.h"
#include "core/base/try.h"
#include "core/network/image_networks.h"

#include <algorithm>
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
    std::optional<Shard> shard;
    std::string models;
    bool merge = false;
    bool noCache = false;
};

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
    for (const MergedScores::Failure &failure : merged.failures)
        spdlog::error("{}: {}", failure.clip, failure.reason);
    if (common.json)
        printDocument({{"files", merged.files},
                       {"clips", merged.clips},
                       {"missing", merged.missing},
                       {"without_pictures", merged.withoutPictures},
                       {"failed", merged.failures.size()}});
    else
        std::printf("video probabilities of %zu clips stored, from %zu parts; %zu without media, %zu without pictures, "
                    "%zu failed\n",
                    merged.clips, merged.files, merged.missing, merged.withoutPictures, merged.failures.size());
    return merged.failures.empty() ? kDone : kFailed;
}

void sayWhatWasCollected(const MergedScores &merged) {
    if (merged.files > 0)
        spdlog::info("Video probabilities of {} clips were collected from {} parts.", merged.clips, merged.files);
    for (const std::filesystem::path &file : merged.others)
        spdlog::warn("{} was made with other models or settings and is skipped.", file.string());
}

class VideoRun {
public:
    VideoRun(const VideoOptions &options, const CommonOptions &common) : options_(options), common_(common) {}

    Result<int> run(Project &project, const std::stop_token &stop) {
        const AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
        Models models =
            TAGSCOPE_TRY(options_.models.empty() ? loadModelsFor(project) : loadModelsFor(project, options_.models));
        for (const std::string &note : englishTexts(models.notes))
            spdlog::info("{}", note);
        const Analyzer analyzer(std::make_shared<const Models>(std::move(models)), settings,
                                options_.noCache ? std::filesystem::path() : project.cacheDirectory(), Branches::Video);
        const std::vector<Clip> clips =
            TAGSCOPE_TRY(options_.split.empty() ? project.clips() : project.clips(options_.split));
        if (clips.empty() && !options_.split.empty())
            return fail(Error::Kind::Inconsistent, {"evaluation.no_clips_in_split", options_.split});
        if (!options_.shard) {
            const MergedScores merged = TAGSCOPE_TRY(collectVideoScores(project, videoRecipe(analyzer)));
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
        if (options_.shard)
            return analyseShard(project, analyzer, clips, *options_.shard, threads, sayOnce, progress, stop);
        return analyseProject(project, analyzer, clips, threads, sayOnce, progress, stop);
    }

    const VideoOptions &options_;
    const CommonOptions &common_;
};

Result<int> video(const VideoOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    Project project = TAGSCOPE_TRY(
        Project::open(options.project, options.shard ? Project::Access::ReadOnly : Project::Access::ReadWrite));
    return options.merge ? mergeScores(project, common) : VideoRun(options, common).run(project, stop);
}

} // namespace

void addVideoCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<VideoOptions>();
    CLI::App *command = kVideoCommand.addTo(program);
    command->add_option("PROJECT", options->project, "The project file")->required();
    CLI::Option *split = command->add_option("--split", options->split, "Only the clips of this split");
    CLI::Option *shard = addShardOption(
        *command, options->shard, "Only the I-th of N parts, alongside other programs; PROJECT may be a snapshot");
    command->add_option("--models", options->models, "Directory of registered models");
    command->add_flag("--merge", options->merge, "Store the results of all parts, if all are whole")
        ->excludes(split)
        ->excludes(shard);
    command->add_flag("--no-cache", options->noCache, "Neither use nor store cached results: two files less a clip");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return video(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
