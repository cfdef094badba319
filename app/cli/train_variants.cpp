// SPDX-License-Identifier: GPL-3.0-or-later
#include "train_variants.h"

#include "command.h"
#include "figures.h"
#include "progress_line.h"

#include "core/base/try.h"
#include "core/network/image_networks.h"
#include "core/training/fold_training.h"
#ifdef TAGSCOPE_WITH_MEDIA
#include "core/training/head_training.h"
#endif

#include <cstdio>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

void printMeasured(double microF1, const std::optional<SingleLabelFigures> &single) {
    std::printf("micro F1 %.2f %% by weak labels, thresholds tuned on these clips\n", 100 * microF1);
    if (single)
        std::printf("accuracy by the highest score %.1f %% (%lld of %lld, 95 %%: %.1f to %.1f)\n",
                    100 * single->accuracy(), static_cast<long long>(single->right),
                    static_cast<long long>(single->clips), 100 * single->interval.low, 100 * single->interval.high);
}

void addMeasured(json &document, double microF1, const std::optional<SingleLabelFigures> &single) {
    document["micro_f1"] = microF1;
    if (single)
        document["accuracy"] = {{"value", single->accuracy()},
                                {"right", single->right},
                                {"clips", single->clips},
                                {"low", single->interval.low},
                                {"high", single->interval.high}};
}

#ifdef TAGSCOPE_WITH_MEDIA
int printHead(const HeadOutcome &outcome, bool asJson) {
    for (const std::string &failure : outcome.failures)
        spdlog::error("{}", failure);
    if (asJson) {
        json document{{"run", outcome.run},          {"head", outcome.head.string()},
                      {"tagger", outcome.tagger},    {"numbers", outcome.numbers},
                      {"clips", outcome.clips},      {"without_sound", outcome.withoutSound},
                      {"folds", outcome.folds},      {"source", outcome.source.empty() ? json() : json(outcome.source)},
                      {"failures", outcome.failures}};
        if (outcome.figures) {
            document["measured_clips"] = outcome.figures->clips;
            addMeasured(document, outcome.figures->microF1, outcome.figures->singleLabel);
        }
        printDocument(document);
        return outcome.failures.empty() ? kDone : kFailed;
    }
    std::printf("Run %s: a head on the %zu numbers of %s, learnt from %zu clips; %zu have no sound.\n%s\n",
                outcome.run.c_str(), outcome.numbers, outcome.tagger.c_str(), outcome.clips, outcome.withoutSound,
                outcome.head.c_str());
    if (!outcome.source.empty())
        std::printf("\nOut of fold, as \"%s\", %zu clips in %zu folds:\n", outcome.source.c_str(),
                    outcome.figures ? outcome.figures->clips : 0, outcome.folds.size());
    else if (outcome.figures)
        std::printf("\nOn the %zu clips for validation:\n", outcome.figures->clips);
    if (outcome.figures)
        printMeasured(outcome.figures->microF1, outcome.figures->singleLabel);
    return outcome.failures.empty() ? kDone : kFailed;
}
#endif

int printFolds(const FoldTrainingOutcome &outcome, const std::string &run, bool asJson) {
    if (asJson) {
        json document{{"run", run},
                      {"folds", outcome.folds},
                      {"source", outcome.source},
                      {"clips", outcome.clips},
                      {"without_features", outcome.withoutFeatures}};
        addMeasured(document, outcome.microF1, outcome.singleLabel);
        printDocument(document);
        return kDone;
    }
    std::printf("Out of fold, as \"%s\", %zu clips in %zu folds; %zu have no features:\n", outcome.source.c_str(),
                outcome.clips, outcome.folds.size(), outcome.withoutFeatures);
    printMeasured(outcome.microF1, outcome.singleLabel);
    return kDone;
}

} // namespace

void addTrainVariants(CLI::App &command, TrainVariant &variant) {
#ifdef TAGSCOPE_WITH_MEDIA
    command.add_option("--head", variant.head,
                       "A tagger's description (.json) or file: a logistic regression for each event is learnt on its "
                       "embedding, in seconds; of the options only --run, --folds and --truth matter");
#endif
    CLI::Option *count =
        command
            .add_option("--folds", variant.folds.count,
                        "Deals the clips but for test and evaluation into so many folds; each is scored by what was "
                        "trained on the others, as the source RUN-folds")
            ->check(CLI::Range(2, 1000));
    command.add_flag("--folds-by-split", variant.folds.areSplits, "The same, with each split of the project as a fold")
        ->excludes(count);
}

#ifdef TAGSCOPE_WITH_MEDIA
Result<int> trainHeadOnTagger(const std::string &file, const std::string &run, const std::string &truth,
                              const TrainVariant &variant, const CommonOptions &common, const std::stop_token &stop) {
    Project project = TAGSCOPE_TRY(Project::open(file));
    HeadRequest request;
    request.tagger = variant.head;
    request.run = run;
    request.truth = truth == "audited" ? Truth::Audited : Truth::Weak;
    request.folds = variant.folds;
    request.folds.seed = common.seed;
    request.threads = static_cast<unsigned>(common.threadCount());
    setNetworkThreads(1);
    ProgressLine line("head", 1, common.quiet);
    const Result<HeadOutcome> outcome = trainHeadRun(
        project, request, [&line](double fraction, std::string_view stage) { line.show(fraction, stage); }, stop);
    line.close();
    if (!outcome)
        return tl::unexpected(outcome.error());
    return printHead(*outcome, common.json);
}
#endif

Result<int> trainFoldByFold(Project &project, const std::string &run, const TrainingSettings &settings,
                            const TrainVariant &variant, const CommonOptions &common, const std::stop_token &stop) {
    FoldTraining request{run, settings, variant.folds};
    request.folds.seed = settings.seed;
    setNetworkThreads(common.threadCount());
    ProgressLine line("folds", 1, common.quiet);
    const WatchFold watch = [&](std::size_t fold, std::size_t folds, const std::string &name) {
        spdlog::info("Run {}: fold {} of {}.", name, fold + 1, folds);
        TrainingObserver observer;
        observer.epoch = [&, fold, folds](const EpochReport &epoch) {
            char text[120];
            std::snprintf(text, sizeof text, "fold %zu of %zu, epoch %d of %d, loss %.4f", fold + 1, folds,
                          epoch.epoch + 1, settings.epochs, epoch.trainingLoss);
            const double ofFold = static_cast<double>(epoch.epoch + 1) / settings.epochs;
            line.show((static_cast<double>(fold) + ofFold) / static_cast<double>(folds), text);
        };
        observer.notice = [&line, name](const Message &notice) {
            line.close();
            spdlog::warn("Run {}: {}", name, englishText(notice));
        };
        return observer;
    };
    const Result<FoldTrainingOutcome> outcome = trainFolds(project, request, watch, stop);
    line.close();
    if (!outcome && outcome.error().isCancelled()) {
        spdlog::warn("Stopped; the progress is kept. The same command with --run {} --resume continues it.", run);
        return kFailed;
    }
    if (!outcome)
        return tl::unexpected(outcome.error());
    return printFolds(*outcome, run, common.json);
}

} // namespace tagscope::cli
