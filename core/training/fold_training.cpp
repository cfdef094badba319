// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fold_training.h"

#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/fusion/threshold_tuner.h"
#include "core/network/crnn.h"
#include "core/project/clip_ids.h"
#include "core/training/feature_store.h"
#include "core/training/last_network.h"
#include "core/training/project_training.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <utility>

namespace tagscope {
namespace {

constexpr std::size_t kValidationFolds = 10; // one of them steers the learning rate, and gives the log its figures

// The clips that have features, with their folds.
struct FoldedClips {
    Folds folds;
    std::vector<std::size_t> rows; // of the store
    std::size_t withoutFeatures = 0;
};

FoldedClips withFeatures(Folds folds, const FeatureStore &store) {
    FoldedClips kept;
    kept.folds.names = std::move(folds.names);
    for (std::size_t i = 0; i < folds.clips.size(); ++i) {
        const std::optional<std::size_t> row = store.find(folds.clips[i].name);
        if (!row) {
            ++kept.withoutFeatures;
            continue;
        }
        kept.folds.clips.push_back(std::move(folds.clips[i]));
        kept.folds.foldOf.push_back(folds.foldOf[i]);
        kept.rows.push_back(*row);
    }
    return kept;
}

class FoldWork {
public:
    FoldWork(Project &project, const FoldTraining &request, FeatureStore store, FoldedClips clips)
        : project_(project), request_(request), store_(std::move(store)),
          clips_(std::move(clips)), source_{Branch::Audio, foldSourceName(request.run)},
          events_(namesOf(project.classes())), activations_(clips_.rows.size()),
          scores_(clips_.rows.size(), events_.size()) {}

    [[nodiscard]] std::size_t folds() const { return clips_.folds.names.size(); }

    Result<void> train(std::size_t fold, const WatchFold &watch, const std::stop_token &stop) {
        const std::string run = foldRunName(request_.run, fold);
        const ClipChoice choice = TAGSCOPE_TRY(choiceOf(fold));
        const TrainingObserver observer = watch ? watch(fold, folds(), run) : TrainingObserver();
        TAGSCOPE_TRY(trainRunOn(project_, run, choice, request_.settings, observer, nullptr, stop));
        const std::filesystem::path directory = TAGSCOPE_TRY(project_.runDirectory(run));
        const std::filesystem::path network = TAGSCOPE_TRY(writeLastNetwork(TrainingPaths{directory}));
        return score(network, clips_.folds.in(fold), stop);
    }

    Result<FoldTrainingOutcome> store(const std::stop_token &stop) {
        const std::vector<ClipId> ids = idsOf(clips_.folds.clips);
        const BinaryTable truth = TAGSCOPE_TRY(project_.labels(ids, Truth::Weak));
        const TunedThresholds tuned =
            TAGSCOPE_TRY(tuneThresholdsAsPaper(scores_, truth, request_.settings.seed, {}, stop));
        const std::filesystem::path directory = TAGSCOPE_TRY(project_.runDirectory(source_.name));
        TAGSCOPE_TRY(project_.atomically([&]() -> Result<void> {
            TAGSCOPE_TRY(project_.removeScores(source_));
            TAGSCOPE_TRY(project_.storeScores(source_, scoresOf(ids)));
            TAGSCOPE_TRY(project_.setSetting(originSetting(source_), origin()));
            return writeActivations(directory, source_.name, events_, activations_);
        }));
        FoldTrainingOutcome outcome{clips_.folds.names,     source_.name,  ids.size(),
                                    clips_.withoutFeatures, tuned.microF1, std::nullopt};
        const std::vector<std::uint8_t> hasScore(ids.size(), 1);
        outcome.singleLabel = singleLabelFigures(scores_, hasScore, truth);
        return outcome;
    }

private:
    Result<ClipChoice> choiceOf(std::size_t fold) const {
        std::vector<Clip> others;
        for (const std::size_t place : clips_.folds.outside(fold))
            others.push_back(clips_.folds.clips[place]);
        const BinaryTable labels = TAGSCOPE_TRY(project_.labels(idsOf(others), Truth::Weak));
        const std::vector<std::size_t> recordings = recordingsOf(others);
        const std::vector<std::size_t> dealt =
            dealtIntoFolds(labels, recordings, kValidationFolds, request_.settings.seed);
        ClipChoice choice;
        for (std::size_t i = 0; i < others.size(); ++i)
            if (dealt[i] == 0)
                choice.validation.push_back(others[i]);
        // A rate that rises and falls by itself needs no clips to be steered by: all are learnt.
        const bool isSteered = request_.settings.schedule == RateSchedule::Plateau;
        for (std::size_t i = 0; i < others.size(); ++i)
            if (dealt[i] != 0 || !isSteered)
                choice.training.push_back(std::move(others[i]));
        return choice;
    }

    Result<void> score(const std::filesystem::path &network, const std::vector<std::size_t> &places,
                       const std::stop_token &stop) {
        const Crnn crnn = TAGSCOPE_TRY(Crnn::load(network));
        const CrnnDescription &says = crnn.description();
        const Seconds hop(says.frameHop * says.layout.poolTime());
        for (const std::size_t place : places) {
            const Matrix features = TAGSCOPE_TRY(store_.readDecibels(clips_.rows[place]));
            Matrix activations = TAGSCOPE_TRY(crnn.activations(features, stop));
            for (std::size_t step = 0; step < activations.rows; ++step)
                for (std::size_t k = 0; k < events_.size(); ++k)
                    scores_(place, k) = std::max(scores_(place, k), activations(step, k));
            activations_[place] = {clips_.folds.clips[place].name,
                                   ClipActivations{std::move(activations), Seconds(0), hop}};
        }
        return {};
    }

    [[nodiscard]] std::vector<ClipScore> scoresOf(const std::vector<ClipId> &ids) const {
        std::vector<ClipScore> list;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::span<const float> row = scores_.row(i);
            list.push_back({ids[i], {row.begin(), row.end()}});
        }
        return list;
    }

    [[nodiscard]] std::string origin() const {
        const nlohmann::ordered_json document{
            {"imported", utcNow()},
            {"tagger", "CRNN"},
            {"origin", "out of fold: each clip by a network that was trained on other folds"},
            {"folds", clips_.folds.names}};
        return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    Project &project_;
    const FoldTraining &request_;
    FeatureStore store_;
    FoldedClips clips_;
    ScoreSource source_;
    std::vector<std::string> events_;
    std::vector<std::pair<std::string, ClipActivations>> activations_; // with the clips' names
    Matrix scores_;
};

} // namespace

std::string foldRunName(const std::string &run, std::size_t fold) {
    return run + "-fold-" + std::to_string(fold + 1);
}

Result<FoldTrainingOutcome> trainFolds(Project &project, const FoldTraining &request, const WatchFold &watch,
                                       const std::stop_token &stop) {
    TAGSCOPE_TRY(checkSourceName(project, {Branch::Audio, foldSourceName(request.run)}));
    FeatureStore store = TAGSCOPE_TRY(FeatureStore::open(project.featureDirectory()));
    Folds folds = TAGSCOPE_TRY(foldsOf(project, request.folds));
    FoldedClips clips = withFeatures(std::move(folds), store);
    FoldWork work(project, request, std::move(store), std::move(clips));
    for (std::size_t fold = 0; fold < work.folds(); ++fold)
        TAGSCOPE_TRY(work.train(fold, watch, stop));
    return work.store(stop);
}

} // namespace tagscope
