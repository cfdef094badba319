// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "features.h"
#include "figures.h"
#include "network_commands.h"
#include "progress_line.h"
#include "train_variants.h"
#include "training_options.h"

#include "core/base/try.h"
#include "core/evaluation/evaluation.h"
#include "core/network/image_networks.h"
#include "core/training/devices.h"
#include "core/training/feature_store.h"
#include "core/training/fold_training.h"
#include "core/training/project_training.h"
#include "core/training/run_choice.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <spdlog/spdlog.h>
#include <string>
#include <utility>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct TrainOptions {
    std::string project;
    std::string run;
    bool resume = false;
    TrainingOverrides overrides;
    TrainVariant variant;
};

Result<ChosenRun> chooseRun(const Project &project, const TrainOptions &options) {
    ChosenRun chosen = TAGSCOPE_TRY(options.resume ? earlierRun(project, options.run) : newRun(project, options.run));
    chosen.settings = TAGSCOPE_TRY(overridden(chosen.settings, options.overrides));
    return chosen;
}

// Makes the features first where there are none.
Result<void> requireFeatures(const Project &project, const CommonOptions &common, const std::stop_token &stop) {
    const Result<FeatureStore> store = FeatureStore::open(project.featureDirectory());
    if (store)
        return {};
#ifdef TAGSCOPE_WITH_MEDIA
    spdlog::info("{} They are computed now.", store.error().what());
    FeatureOptions making;
    making.threads = common.threadCount();
    TAGSCOPE_TRY(makeFeaturesWithProgress(project, making, common, stop));
    TAGSCOPE_TRY(mergeFeatures(project, false, common.threadCount(), {}, stop));
    return {};
#else
    static_cast<void>(common);
    static_cast<void>(stop);
    return tl::unexpected(store.error());
#endif
}

// Says what the trainer reports: a line that changes with each batch, and one that stays for each epoch.
class TrainingDisplay {
public:
    TrainingDisplay(const ChosenRun &run, const CommonOptions &common)
        : run_(run), printsEpochs_(!common.json),
          line_("epochs", static_cast<std::size_t>(std::max(1, run.settings.epochs - run.epochs)), common.quiet) {}

    [[nodiscard]] TrainingObserver observer() {
        return {[this](const BatchReport &batch) { show(batch); }, [this](const EpochReport &epoch) { show(epoch); },
                [this](const Message &notice) {
                    line_.close();
                    spdlog::warn("{}", englishText(notice));
                }};
    }
    void close() { line_.close(); }

private:
    void show(const BatchReport &batch) {
        char text[160];
        std::snprintf(text, sizeof text, "epoch %d of %d, loss %.4f, learning rate %.3g, best F1 %.1f %%, %.3g clips/s",
                      batch.epoch + 1, run_.settings.epochs, batch.loss, batch.learningRate, 100 * bestF1_,
                      batch.clipsPerSecond);
        line_.show(batch.epoch - run_.epochs + static_cast<double>(batch.batch + 1) / batch.batches, text);
    }

    void show(const EpochReport &epoch) {
        bestF1_ = std::max(bestF1_, epoch.microF1);
        if (!printsEpochs_)
            return;
        line_.close();
        std::printf("epoch %d: loss %.4f, validation loss %.4f, micro F1 %.2f %%%s, learning rate %.3g, %.3g clips/s, "
                    "%.0f s\n",
                    epoch.epoch + 1, epoch.trainingLoss, epoch.validationLoss, 100 * epoch.microF1,
                    epoch.isBest ? " (best)" : "", epoch.learningRate, epoch.clipsPerSecond, epoch.seconds);
        std::fflush(stdout);
    }

    const ChosenRun &run_;
    bool printsEpochs_;
    ProgressLine line_;
    double bestF1_ = 0.0;
};

json epochToJson(const EpochReport &epoch) {
    json thresholds = json::array();
    for (const double threshold : epoch.thresholds)
        thresholds.push_back(numberToJson(threshold));
    return {{"epoch", epoch.epoch + 1},
            {"training_loss", epoch.trainingLoss},
            {"validation_loss", epoch.validationLoss},
            {"learning_rate", epoch.learningRate},
            {"micro_f1", epoch.microF1},
            {"class_f1", epoch.classF1},
            {"thresholds", std::move(thresholds)},
            {"seconds", epoch.seconds},
            {"clips_per_second", epoch.clipsPerSecond},
            {"best", epoch.isBest}};
}

void printOutcome(const Project &project, const ChosenRun &run, const TrainingClips &clips,
                  const TrainingOutcome &outcome, bool asJson) {
    if (!asJson) {
        std::printf("Run %s: best micro F1 on the validation split %.2f %%, after epoch %d of %zu.\n", run.name.c_str(),
                    100 * outcome.bestMicroF1, outcome.bestEpoch + 1, outcome.epochs.size());
        return;
    }
    json epochs = json::array();
    for (const EpochReport &epoch : outcome.epochs)
        epochs.push_back(epochToJson(epoch));
    printDocument({{"run", run.name},
                   {"directory", project.runDirectory(run.name).value_or(std::filesystem::path()).string()},
                   {"training_clips", clips.training},
                   {"validation_clips", clips.validation},
                   {"truth", nameOf(run.settings.truth)},
                   {"validation_truth", nameOf(Truth::Weak)},
                   {"without_features", clips.trainingWithoutFeatures + clips.validationWithoutFeatures},
                   {"best_epoch", outcome.bestEpoch + 1},
                   {"best_micro_f1", outcome.bestMicroF1},
                   {"epochs", std::move(epochs)}});
}

Result<int> trainChosen(Project &project, const ChosenRun &run, const CommonOptions &common,
                        const std::stop_token &stop) {
    const TrainingClips clips = TAGSCOPE_TRY(trainingClips(project));
    if (const std::size_t without = clips.trainingWithoutFeatures + clips.validationWithoutFeatures; without > 0)
        spdlog::warn("{} clips for training and {} for validation have no features and are left out.",
                     clips.trainingWithoutFeatures, clips.validationWithoutFeatures);
    spdlog::info("Run {}: {} clips for training by their {} labels, {} for validation by their weak ones.", run.name,
                 clips.training, nameOf(run.settings.truth), clips.validation);
    setNetworkThreads(common.threadCount());
    TrainingDisplay display(run, common);
    const Result<TrainingOutcome> outcome =
        trainRun(project, run.name, run.settings, display.observer(), nullptr, stop);
    display.close();
    if (!outcome && outcome.error().isCancelled()) {
        spdlog::warn("Stopped; the progress is kept. The same command with --run {} --resume continues it.", run.name);
        return kFailed;
    }
    if (!outcome)
        return tl::unexpected(outcome.error());
    printOutcome(project, run, clips, *outcome, common.json);
    return kDone;
}

void sayWhatIsKept(const TrainingSettings &settings, std::uint64_t bytes) {
    if (bytes > 0)
        spdlog::info("The networks of {} epochs are kept for each run: {:.1f} MB.",
                     settings.epochs / settings.keepEpochs, static_cast<double>(bytes) / 1e6);
}

// With --resume the folds' runs go on, each from its checkpoint.
Result<int> trainFolds(Project &project, const TrainOptions &options, const CommonOptions &common,
                       const std::stop_token &stop) {
    ChosenRun run;
    if (options.resume) {
        run = TAGSCOPE_TRY(earlierRun(project, foldRunName(options.run, 0)));
        run.name = options.run;
    } else {
        run = TAGSCOPE_TRY(newRun(project, options.run));
        TAGSCOPE_TRY(newRun(project, foldRunName(run.name, 0)));
    }
    const TrainingSettings settings = TAGSCOPE_TRY(overridden(run.settings, options.overrides));
    TAGSCOPE_TRY(chosenDevice(settings.device));
    TAGSCOPE_TRY(requireFeatures(project, common, stop));
    const std::uint64_t bytes = TAGSCOPE_TRY(bytesToKeep(project, settings));
    sayWhatIsKept(settings, bytes);
    return trainFoldByFold(project, run.name, settings, options.variant, common, stop);
}

Result<int> train(const TrainOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    if (options.resume && options.variant.folds.areWanted() && options.run.empty()) {
        spdlog::error("--resume with folds needs --run: the name that the folds' runs begin with.");
        return kWrongUsage;
    }
#ifdef TAGSCOPE_WITH_MEDIA
    if (!options.variant.head.empty() && options.resume) {
        spdlog::error("A head is learnt in one go: --resume is not for --head.");
        return kWrongUsage;
    }
    if (!options.variant.head.empty())
        return trainHeadOnTagger(options.project, options.run, options.overrides.truth.value_or("weak"),
                                 options.variant, common, stop);
#endif
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    if (options.variant.folds.areWanted())
        return trainFolds(project, options, common, stop);
    const ChosenRun run = TAGSCOPE_TRY(chooseRun(project, options));
    // Before hours go into features.
    const std::string device = TAGSCOPE_TRY(chosenDevice(run.settings.device));
    spdlog::info("Device: {}.", device == "cpu" ? "the processor" : device);
    TAGSCOPE_TRY(requireFeatures(project, common, stop));
    const std::uint64_t bytes = TAGSCOPE_TRY(bytesToKeep(project, run.settings));
    sayWhatIsKept(run.settings, bytes);
    return trainChosen(project, run, common, stop);
}

} // namespace

void addTrainCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<TrainOptions>();
    CLI::App *command = kTrainCommand.addTo(program);
    command->add_option("PROJECT", options->project, "The project file")->required();
    command->add_option("--run", options->run, "Name of the run; default: run-1, run-2, …");
    command->add_flag("--resume", options->resume, "Continue a run; without --run, the newest unfinished one");
    addTrainVariants(*command, options->variant);
    addTrainingOptions(*command, options->overrides);
    command->callback([options, &program, &chosen] {
        chosen = [options, &program](const CommonOptions &common, const std::stop_token &stop) {
            if (program.count("--device") > 0)
                options->overrides.device = common.device;
            if (program.count("--seed") > 0)
                options->overrides.seed = common.seed;
            return train(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
