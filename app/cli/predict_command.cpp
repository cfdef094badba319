// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "network_commands.h"
#include "progress_line.h"
#include "shard_option.h"

#ifdef TAGSCOPE_WITH_MEDIA
#include "core/analysis/tagger_prediction.h"
#endif
#include "core/base/try.h"
#include "core/exchange/import_scores.h"
#include "core/network/image_networks.h"
#include "core/training/prediction_shards.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <spdlog/spdlog.h>
#include <string>
#include <utility>

namespace tagscope::cli {
namespace {

struct PredictOptions {
    std::string project;
    std::string run;
    std::string model;
    std::string tagger;
    std::string name;
    bool isUsed = false;
    std::string split;
    std::string checkpoint = "best";
    std::optional<Shard> shard;
    bool merge = false;
    bool noCache = false;

    // Parts are made of a project that is only read.
    [[nodiscard]] Project::Access access() const {
        return shard ? Project::Access::ReadOnly : Project::Access::ReadWrite;
    }
};

int printPrediction(const PredictionOutcome &outcome, bool asJson) {
    if (asJson) {
        printDocument({{"source", outcome.source},
                       {"clips", outcome.clips},
                       {"without_features", outcome.withoutFeatures},
                       {"activations", outcome.activations.string()}});
    } else {
        std::printf("%zu clips predicted, as \"%s\"; %zu have no features.\n", outcome.clips, outcome.source.c_str(),
                    outcome.withoutFeatures);
    }
    return kDone;
}

// That a prediction is about.
Result<std::vector<Clip>> clipsOf(const Project &project, const PredictOptions &options) {
    return options.split.empty() ? project.clips() : project.clips(std::string_view(options.split));
}

#ifdef TAGSCOPE_WITH_MEDIA
// A tagger listens to the media themselves.
Result<int> predictByTagger(Project &project, const PredictOptions &options, const std::string &tagger,
                            const CommonOptions &common, const std::stop_token &stop) {
    if (common.device.starts_with("cuda")) {
        spdlog::error("--device: taggers and heads run on the processor only; leave the option out.");
        return kWrongUsage;
    }
    TaggerPrediction predicting;
    predicting.name = options.run.empty() ? options.name : options.run;
    predicting.isOfRun = !options.run.empty();
    predicting.usesCache = !options.noCache;
    if (!options.split.empty())
        predicting.split = options.split;
    predicting.threads = static_cast<unsigned>(common.threadCount());
    setNetworkThreads(1);
    const std::vector<Clip> clips = TAGSCOPE_TRY(clipsOf(project, options));
    ProgressLine line("clips", clips.size(), common.quiet);
    const Progress progress = [&](double fraction, std::string_view stage) {
        line.show(fraction * static_cast<double>(clips.size()), stage);
    };
    Result<TaggerPredictionOutcome> predicted =
        options.merge   ? mergeTaggerPrediction(project, tagger, predicting)
        : options.shard ? predictShardWithTagger(project, tagger, predicting, *options.shard, progress, stop)
                        : predictWithTagger(project, tagger, predicting, progress, stop);
    line.close();
    const TaggerPredictionOutcome outcome = TAGSCOPE_TRY(std::move(predicted));
    if (options.isUsed && !options.shard)
        TAGSCOPE_TRY(chooseBranches(project, outcome.source, std::nullopt));
    if (!outcome.eventsWithoutClass.empty())
        spdlog::warn("{}", englishText(outcome.eventsWithoutClass));
    for (const ProjectAnalysis::Failure &failure : outcome.analysis.failures)
        spdlog::error("{}: {}", failure.clip, failure.error.what());
    const std::size_t scored = outcome.analysis.clips - outcome.analysis.missing - outcome.analysis.failures.size();
    if (common.json)
        printDocument({{"source", outcome.source},
                       {"clips", scored},
                       {"missing", outcome.analysis.missing},
                       {"failed", outcome.analysis.failures.size()},
                       {"activations", outcome.activations.string()}});
    else
        std::printf("%zu clips scored, as \"%s\"; %zu have no media.\n", scored, outcome.source.c_str(),
                    outcome.analysis.missing);
    return outcome.analysis.failures.empty() ? kDone : kFailed;
}
#endif

Result<PredictionOutcome> predictAs(const PredictOptions &options, Project &project,
                                    const PredictionOptions &predicting, const Progress &progress,
                                    const std::stop_token &stop) {
    const PredictionNetwork network{options.run, options.model};
    if (options.merge)
        return mergePrediction(project, network, predicting, progress, stop);
    if (options.shard)
        return predictShard(project, network, predicting, *options.shard, progress, stop);
    return options.model.empty() ? predictRun(project, options.run, predicting, progress, stop)
                                 : predictModel(project, options.model, predicting, progress, stop);
}

Result<int> predict(const PredictOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    Project project = TAGSCOPE_TRY(Project::open(options.project, options.access()));
#ifdef TAGSCOPE_WITH_MEDIA
    if (!options.tagger.empty())
        return predictByTagger(project, options, options.tagger, common, stop);
    if (!options.run.empty()) {
        const std::optional<std::filesystem::path> head = TAGSCOPE_TRY(headOfRun(project, options.run));
        if (head)
            return predictByTagger(project, options, *head, common, stop);
    }
#endif
    PredictionOptions predicting;
    if (!options.split.empty())
        predicting.split = options.split;
    predicting.checkpoint = options.checkpoint == "last" ? RunCheckpoint::Last : RunCheckpoint::Best;
    predicting.threads = common.threadCount();
    predicting.device = common.device;
    // One thread a clip and as many clips at once as there are threads beats threads inside a clip.
    setNetworkThreads(1);
    const std::vector<Clip> clips = TAGSCOPE_TRY(clipsOf(project, options));
    ProgressLine line("clips", clips.size(), common.quiet);
    const Progress progress = [&](double fraction, std::string_view stage) {
        line.show(fraction * static_cast<double>(clips.size()), stage);
    };
    Result<PredictionOutcome> outcome = predictAs(options, project, predicting, progress, stop);
    line.close();
    if (outcome)
        return printPrediction(*outcome, common.json);
    if (outcome.error().isCancelled())
        outcome.error().message = "app.stopped";
    return tl::unexpected(outcome.error());
}

} // namespace

void addPredictCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<PredictOptions>();
    CLI::App *command = kPredictCommand.addTo(program);
    command->add_option("PROJECT", options->project, "The project file")->required();
    CLI::Option_group *which = command->add_option_group("Network", "One of");
    which->add_option("--run", options->run,
                      "A training run of the project; RUN@EPOCH for an epoch that train --keep-epochs kept");
    which->add_option("--model", options->model, "A CRNN file; the scores are named after it");
#ifdef TAGSCOPE_WITH_MEDIA
    which->add_option("--tagger", options->tagger,
                      "A tagger's description (.json) or file; it listens to the clips' media");
    command->add_option("--name", options->name, "tagger: what its scores are called; default: its own name");
    command->add_flag("--no-cache", options->noCache, "tagger: neither use nor store cached results");
    command->add_flag("--use", options->isUsed, "tagger: the audio branch takes its scores from now on");
#endif
    which->require_option(1);
    command->add_option("--split", options->split, "Only the clips of this split");
    command->add_option("--checkpoint", options->checkpoint, "The run's best network, or where it is now")
        ->check(CLI::IsMember({"best", "last"}))
        ->capture_default_str();
    CLI::Option *shard =
        addShardOption(*command, options->shard, "Only the I-th of N parts, into a file; PROJECT may be a snapshot");
    command->add_flag("--merge", options->merge, "Store the results of all parts, if all are whole")->excludes(shard);
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return predict(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
