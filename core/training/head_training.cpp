// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/head_training.h"

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/fusion/threshold_tuner.h"
#include "core/project/clip_ids.h"
#include "core/tagging/taggers.h"
#include "core/training/clip_embeddings.h"
#include "core/training/run_choice.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr double kListening = 0.9; // of the time

// What clips sound like to a tagger, and their labels.
struct HeardClips {
    std::vector<Clip> clips;
    std::vector<std::size_t> foldOf; // of each clip; without folds 0: learnt, 1: validation
    std::vector<Matrix> embeddings;
    BinaryTable learnt; // labels, clips x events
    BinaryTable weak;
};

std::vector<std::size_t> placesOf(const HeardClips &heard, std::size_t fold, bool isIn) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < heard.clips.size(); ++i)
        if ((heard.foldOf[i] == fold) == isIn)
            places.push_back(i);
    return places;
}

BinaryTable rowsOf(const BinaryTable &labels, const std::vector<std::size_t> &places) {
    BinaryTable rows(places.size(), labels.events);
    for (std::size_t row = 0; row < places.size(); ++row)
        for (std::size_t k = 0; k < labels.events; ++k)
            rows(row, k) = labels(places[row], k);
    return rows;
}

class HeadWork {
public:
    static Result<HeadWork> make(const Project &project, const HeadRequest &request) {
        if (isTaggerHead(request.tagger))
            return fail(Error::Kind::Unsupported, {"tagging.head_on_head", request.tagger});
        HeadWork work(request);
        const ChosenRun run = TAGSCOPE_TRY(newRun(project, request.run));
        work.outcome_.run = run.name;
        work.directory_ = TAGSCOPE_TRY(project.runDirectory(run.name));
        if (request.folds.areWanted()) {
            work.outcome_.source = foldSourceName(run.name);
            TAGSCOPE_TRY(checkSourceName(project, work.source()));
        }
        work.head_.base = fs::absolute(request.tagger).lexically_normal();
        work.head_.baseSha256 = TAGSCOPE_TRY(sha256OfFile(request.tagger));
        work.tagger_ = TAGSCOPE_TRY(openTagger(request.tagger));
        work.outcome_.tagger = work.tagger_->description().name;
        if (!work.tagger_->description().takesSamples)
            return fail(Error::Kind::Unsupported, {"tagging.no_embedding", request.tagger});
        work.events_ = namesOf(project.classes());
        work.head_.classes = work.events_;
        return work;
    }

    // Listens to the clips that the head is learnt from or measured on.
    Result<void> listen(const Project &project, const Progress &progress, const std::stop_token &stop) {
        TAGSCOPE_TRY(chooseClips(project));
        const Progress ofListening = [&progress](double fraction, std::string_view stage) {
            if (progress)
                progress(kListening * fraction, stage);
        };
        ClipEmbeddings found = TAGSCOPE_TRY(
            embeddingsOf(*tagger_, heard_.clips, project.clipDuration(), request_.threads, ofListening, stop));
        outcome_.withoutSound = found.withoutSound;
        outcome_.failures = std::move(found.failures);
        keepHeard(std::move(found.clips));
        const std::vector<ClipId> ids = idsOf(heard_.clips);
        heard_.learnt = TAGSCOPE_TRY(project.labels(ids, request_.truth));
        heard_.weak = TAGSCOPE_TRY(project.labels(ids, Truth::Weak));
        return {};
    }

    // Each fold by what was learnt from the others, then the head itself.
    Result<void> learn(const Progress &progress, const std::stop_token &stop) {
        const std::size_t folds = outcome_.folds.size();
        const auto tell = [&](std::size_t done) {
            if (progress)
                progress(kListening + (1.0 - kListening) * static_cast<double>(done) / static_cast<double>(folds + 1),
                         "learning");
        };
        activations_.resize(heard_.clips.size());
        for (std::size_t fold = 0; fold < folds; ++fold) {
            tell(fold);
            const HeadWeights weights = TAGSCOPE_TRY(learntFrom(placesOf(heard_, fold, false), stop));
            score(weights, placesOf(heard_, fold, true));
        }
        tell(folds);
        std::vector<std::size_t> all = placesOf(heard_, kHeldBack, false);
        head_.learnt = TAGSCOPE_TRY(learntFrom(all, stop));
        outcome_.clips = all.size();
        outcome_.numbers = head_.learnt.weights.rows;
        if (folds == 0)
            score(head_.learnt, placesOf(heard_, kHeldBack, true));
        return measure(stop);
    }

    Result<HeadOutcome> store(Project &project) {
        head_.origin =
            "run " + outcome_.run + ": learnt from " + std::to_string(outcome_.clips) + " clips on " + outcome_.tagger;
        TAGSCOPE_TRY(writeTaggerHead(directory_ / kHeadFile, head_));
        TAGSCOPE_TRY(writeFileAtomically(directory_ / "settings.json", settings().dump(2)));
        TAGSCOPE_TRY(project.atomically([&]() -> Result<void> {
            TAGSCOPE_TRY(project.storeRun(row()));
            return outcome_.source.empty() ? Result<void>() : storeScores(project);
        }));
        outcome_.head = directory_ / kHeadFile;
        return outcome_;
    }

private:
    static constexpr std::size_t kHeldBack = static_cast<std::size_t>(-1); // a fold that nothing is learnt from

    explicit HeadWork(const HeadRequest &request) : request_(request), started_(utcNow()) {}

    [[nodiscard]] ScoreSource source() const { return {Branch::Audio, outcome_.source}; }

    Result<void> chooseClips(const Project &project) {
        if (request_.folds.areWanted()) {
            Folds folds = TAGSCOPE_TRY(foldsOf(project, request_.folds));
            outcome_.folds = folds.names;
            heard_.clips = std::move(folds.clips);
            heard_.foldOf = std::move(folds.foldOf);
            return {};
        }
        const auto add = [this](std::vector<Clip> clips, std::size_t fold) {
            heard_.foldOf.insert(heard_.foldOf.end(), clips.size(), fold);
            std::ranges::move(clips, std::back_inserter(heard_.clips));
        };
        std::vector<Clip> learnt = TAGSCOPE_TRY(project.clips("training"));
        std::vector<Clip> heldBack = TAGSCOPE_TRY(project.clips("validation"));
        add(std::move(learnt), 0);
        add(std::move(heldBack), kHeldBack);
        return {};
    }

    void keepHeard(std::vector<Matrix> embeddings) {
        HeardClips kept;
        for (std::size_t i = 0; i < embeddings.size(); ++i) {
            if (embeddings[i].empty())
                continue;
            kept.clips.push_back(std::move(heard_.clips[i]));
            kept.foldOf.push_back(heard_.foldOf[i]);
            kept.embeddings.push_back(std::move(embeddings[i]));
        }
        heard_ = std::move(kept);
    }

    [[nodiscard]] Result<HeadWeights> learntFrom(const std::vector<std::size_t> &places,
                                                 const std::stop_token &stop) const {
        std::vector<const Matrix *> clips;
        for (const std::size_t place : places)
            clips.push_back(&heard_.embeddings[place]);
        return trainHead(clips, rowsOf(heard_.learnt, places), request_.settings, stop);
    }

    void score(const HeadWeights &weights, const std::vector<std::size_t> &places) {
        for (const std::size_t place : places)
            activations_[place] = weights.probabilities(heard_.embeddings[place]);
        scored_.insert(scored_.end(), places.begin(), places.end());
    }

    // The maximum over the steps, as of every tagger.
    [[nodiscard]] std::vector<float> pooled(std::size_t place) const {
        const Matrix &activations = activations_[place];
        std::vector<float> scores(events_.size());
        for (std::size_t step = 0; step < activations.rows; ++step)
            for (std::size_t k = 0; k < scores.size(); ++k)
                scores[k] = std::max(scores[k], activations(step, k));
        return scores;
    }

    Result<void> measure(const std::stop_token &stop) {
        if (scored_.empty())
            return {};
        std::ranges::sort(scored_);
        Matrix scores(scored_.size(), events_.size());
        for (std::size_t row = 0; row < scored_.size(); ++row)
            std::ranges::copy(pooled(scored_[row]), scores.row(row).begin());
        const BinaryTable truth = rowsOf(heard_.weak, scored_);
        const TunedThresholds tuned = TAGSCOPE_TRY(tuneThresholdsAsPaper(scores, truth, request_.folds.seed, {}, stop));
        const std::vector<std::uint8_t> hasScore(scored_.size(), 1);
        outcome_.figures = {scored_.size(), tuned.microF1, singleLabelFigures(scores, hasScore, truth)};
        return {};
    }

    [[nodiscard]] Json settings() const {
        Json document{{"kind", "head"},
                      {"tagger", outcome_.tagger},
                      {"base", head_.base.string()},
                      {"baseSha256", head_.baseSha256},
                      {"truth", request_.truth == Truth::Audited ? "audited" : "weak"},
                      {"pooling", "max"},
                      {"iterations", request_.settings.iterations},
                      {"learningRate", request_.settings.learningRate},
                      {"shrinkage", request_.settings.shrinkage}};
        if (request_.folds.areWanted())
            document["folds"] = outcome_.folds;
        if (request_.folds.count > 0 && !request_.folds.areSplits)
            document["seed"] = request_.folds.seed;
        return document;
    }

    [[nodiscard]] TrainingRun row() const {
        TrainingRun row;
        row.name = outcome_.run;
        row.state = TrainingRun::State::Finished;
        row.settings = settings().dump();
        row.epochs = request_.settings.iterations;
        row.bestMicroF1 = outcome_.figures ? outcome_.figures->microF1 : 0.0;
        row.started = started_;
        row.ended = utcNow();
        return row;
    }

    Result<void> storeScores(Project &project) {
        std::vector<ClipScore> scores;
        std::vector<std::pair<std::string, ClipActivations>> inOrder;
        const TaggerDescription &grid = tagger_->description();
        for (const std::size_t place : scored_) {
            scores.push_back({heard_.clips[place].id, pooled(place)});
            inOrder.emplace_back(heard_.clips[place].name,
                                 ClipActivations{activations_[place], grid.firstCentre - grid.hop / 2.0, grid.hop});
        }
        const fs::path directory = TAGSCOPE_TRY(project.runDirectory(outcome_.source));
        const Json origin{{"imported", utcNow()},
                          {"tagger", "head on " + outcome_.tagger},
                          {"origin", "out of fold: each clip by a head that was learnt from other folds"},
                          {"licence", grid.licence},
                          {"settings", settings()}};
        TAGSCOPE_TRY(project.removeScores(source()));
        TAGSCOPE_TRY(project.storeScores(source(), scores));
        TAGSCOPE_TRY(
            project.setSetting(originSetting(source()), origin.dump(-1, ' ', false, Json::error_handler_t::replace)));
        return writeActivations(directory, outcome_.source, events_, inOrder);
    }

    HeadRequest request_;
    std::string started_;
    fs::path directory_;
    std::shared_ptr<const AudioTagger> tagger_;
    std::vector<std::string> events_;
    HeardClips heard_;
    std::vector<Matrix> activations_; // of the clips that were scored
    std::vector<std::size_t> scored_;
    TaggerHead head_;
    HeadOutcome outcome_;
};

} // namespace

Result<HeadOutcome> trainHeadRun(Project &project, const HeadRequest &request, const Progress &progress,
                                 const std::stop_token &stop) {
    if (project.access() == Project::Access::ReadOnly)
        return fail(Error::Kind::Inconsistent, {"project.read_only", project.file()});
    HeadWork work = TAGSCOPE_TRY(HeadWork::make(project, request));
    TAGSCOPE_TRY(work.listen(project, progress, stop));
    TAGSCOPE_TRY(work.learn(progress, stop));
    return work.store(project);
}

} // namespace tagscope
