// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/prediction.h"

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/file_names.h"
#include "core/base/try.h"
#include "core/jobs/worker_pool.h"
#include "core/network/crnn.h"
#include "core/training/feature_block.h"
#include "core/training/feature_store.h"
#include "core/training/last_network.h"
#include "core/training/prediction_files.h"
#include "core/training/project_training.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kClipsBetweenKeeps = 256; // half a minute of work on one core

// Why this CRNN cannot serve the project with these features, in a sentence; empty where it can.
Message whyItDoesNotFit(const Crnn &crnn, const Project &project, const FeatureFormat &format) {
    const CrnnDescription &description = crnn.description();
    if (description.layout.bands != format.logMel.bands)
        return {"training.other_bands", description.layout.bands, format.logMel.bands};
    const double hop = static_cast<double>(format.logMel.hopSamples) / format.logMel.sampleRate;
    if (std::abs(description.frameHop - hop) > 1e-9)
        return "training.other_hop";
    for (const EventClass &event : project.classes()) {
        if (std::ranges::find(description.layout.events, event.name) == description.layout.events.end())
            return {"training.unknown_event", event.name};
    }
    return {};
}

// Where a prediction is from and goes to.
struct Task {
    std::string source;
    fs::path network;   // the CRNN file
    fs::path directory; // of the run
};

class Predictor {
public:
    Predictor(Project &project, const Task &task, const PredictionOptions &options, const Progress &progress,
              std::stop_token stop, const Crnn &crnn, const FeatureStore &store)
        : project_(project), task_(task), options_(options), progress_(progress), stop_(std::move(stop)), crnn_(crnn),
          store_(store) {
        for (const EventClass &event : project.classes()) {
            const std::vector<std::string> &names = crnn.description().layout.events;
            columns_.push_back(static_cast<std::size_t>(std::ranges::find(names, event.name) - names.begin()));
        }
    }

    Result<PredictionOutcome> run() {
        TAGSCOPE_TRY(findClips());
        const PredictionShape shape = TAGSCOPE_TRY(shapeOfWork());
        PredictionFiles files = TAGSCOPE_TRY(PredictionFiles::open(task_.directory / (name() + ".predicting"), shape));
        TAGSCOPE_TRY(predictAll(files));
        TAGSCOPE_TRY(store(files));
        return outcome_;
    }

private:
    [[nodiscard]] std::string name() const {
        return asFileName("activations" + (options_.split ? "-" + *options_.split : ""));
    }

    Result<void> findClips() {
        std::vector<Clip> clips =
            TAGSCOPE_TRY(options_.split ? project_.clips(std::string_view(*options_.split)) : project_.clips());
        for (Clip &clip : clips) {
            if (const std::optional<std::size_t> row = store_.find(clip.name)) {
                rows_.push_back(*row);
                clips_.push_back(std::move(clip));
            } else {
                ++outcome_.withoutFeatures;
            }
        }
        outcome_.clips = clips_.size();
        outcome_.source = task_.source;
        outcome_.activations = task_.directory / (name() + ".npy");
        if (clips_.empty())
            return fail(Error::Kind::Inconsistent, "training.nothing_to_predict");
        return {};
    }

    [[nodiscard]] Result<PredictionShape> shapeOfWork() const {
        PredictionShape shape;
        shape.clips = clips_.size();
        shape.steps = store_.format().frames() / static_cast<std::size_t>(crnn_.description().layout.poolTime());
        shape.events = columns_.size();
        const std::string network = TAGSCOPE_TRY(sha256OfFile(task_.network, stop_));
        const std::string features = TAGSCOPE_TRY(sha256OfFile(indexFile(project_.featureDirectory()), stop_));
        Sha256 identity;
        identity.add(network);
        identity.add(features);
        for (const Clip &clip : clips_)
            identity.add(clip.name + "\n");
        for (const EventClass &event : project_.classes())
            identity.add(event.name + "\n");
        shape.identity = identity.hexadecimal();
        return shape;
    }

    Result<void> predictAll(PredictionFiles &files) {
        predicted_ = files.done();
        WorkerPool pool(static_cast<unsigned>(std::max(1, options_.threads)));
        for (std::size_t first = files.done(); first < clips_.size(); first += kClipsBetweenKeeps) {
            const std::size_t end = std::min(clips_.size(), first + kClipsBetweenKeeps);
            for (std::size_t clip = first; clip < end; ++clip)
                pool.run([this, &files, clip](const std::stop_token &) { predict(files, clip); });
            pool.waitUntilIdle();
            if (failure_)
                return tl::unexpected(*failure_);
            if (stop_.stop_requested())
                return cancelled();
            TAGSCOPE_TRY(files.keep(end));
        }
        return {};
    }

    void predict(PredictionFiles &files, std::size_t clip) {
        if (stop_.stop_requested())
            return;
        const Result<void> predicted = predictOne(files, clip);
        const std::lock_guard lock(mutex_);
        if (!predicted && !predicted.error().isCancelled())
            failure_ = predicted.error();
        ++predicted_;
        if (progress_)
            progress_(static_cast<double>(predicted_) / static_cast<double>(clips_.size()), "predicting");
    }

    Result<void> predictOne(PredictionFiles &files, std::size_t clip) const {
        const Matrix features = TAGSCOPE_TRY(store_.readDecibels(rows_[clip]));
        const Matrix activations = TAGSCOPE_TRY(crnn_.activations(features, stop_));
        // In the order of the project's events, and P(e_k | x) = max_j P(e_k | x_j), section 2.1.
        Matrix ordered(activations.rows, columns_.size());
        std::vector<float> scores(columns_.size(), 0.0F);
        for (std::size_t step = 0; step < ordered.rows; ++step) {
            for (std::size_t k = 0; k < columns_.size(); ++k) {
                ordered(step, k) = activations(step, columns_[k]);
                scores[k] = std::max(scores[k], ordered(step, k));
            }
        }
        return files.put(clip, ordered, scores);
    }

    Result<void> store(PredictionFiles &files) {
        const Matrix scores = TAGSCOPE_TRY(files.scores());
        std::vector<ClipScore> list;
        for (std::size_t clip = 0; clip < clips_.size(); ++clip) {
            const std::span<const float> row = scores.row(clip);
            list.push_back({clips_[clip].id, {row.begin(), row.end()}});
        }
        const ScoreSource source{Branch::Audio, task_.source};
        Result<void> stored = project_.atomically([&]() -> Result<void> {
            // Scores of clips that are no longer predicted would be another network's.
            if (!options_.split)
                TAGSCOPE_TRY(project_.removeScores(source));
            return project_.storeScores(source, list);
        });
        TAGSCOPE_TRY(stored);
        TAGSCOPE_TRY(files.finish(outcome_.activations));
        return writeFileAtomically(task_.directory / (name() + ".json"), description());
    }

    [[nodiscard]] std::string description() const {
        const CrnnDescription &crnn = crnn_.description();
        nlohmann::ordered_json document{{"source", task_.source},
                                        {"origin", crnn.origin},
                                        {"isTrained", crnn.isTrained},
                                        {"hop", crnn.frameHop * crnn.layout.poolTime()},
                                        {"events", namesOf(project_.classes())},
                                        {"clips", nlohmann::json::array()}};
        for (const Clip &clip : clips_)
            document["clips"].push_back(clip.name);
        return document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    Project &project_;
    const Task &task_;
    const PredictionOptions &options_;
    const Progress &progress_;
    std::stop_token stop_;
    const Crnn &crnn_;
    const FeatureStore &store_;
    std::vector<std::size_t> columns_; // of the network, for each of the project's events
    std::vector<Clip> clips_;          // with features
    std::vector<std::size_t> rows_;    // theirs in the store
    PredictionOutcome outcome_;

    std::mutex mutex_; // of what follows
    std::size_t predicted_ = 0;
    std::optional<Error> failure_;
};

Result<PredictionOutcome> predict(Project &project, const Task &task, const PredictionOptions &options,
                                  const Progress &progress, std::stop_token stop) {
    const FeatureStore store = TAGSCOPE_TRY(FeatureStore::open(project.featureDirectory()));
    const Crnn crnn = TAGSCOPE_TRY(Crnn::load(task.network));
    if (const Message why = whyItDoesNotFit(crnn, project, store.format()); !why.empty())
        return fail(Error::Kind::Inconsistent, {"training.network_does_not_fit", task.network, why});
    return Predictor(project, task, options, progress, std::move(stop), crnn, store).run();
}

} // namespace

Result<PredictionOutcome> predictRun(Project &project, const std::string &run, const PredictionOptions &options,
                                     const Progress &progress, std::stop_token stop) {
    const fs::path directory = TAGSCOPE_TRY(project.runDirectory(run));
    const TrainingPaths paths{directory};
    std::error_code error;
    if (!fs::exists(paths.best(), error))
        return fail(Error::Kind::Unreadable, {"training.no_network_yet", run, paths.best()});
    Task task{run, paths.best(), paths.directory};
    if (options.checkpoint == RunCheckpoint::Last)
        task.network = TAGSCOPE_TRY(writeLastNetwork(paths));
    return predict(project, task, options, progress, std::move(stop));
}

Result<PredictionOutcome> predictModel(Project &project, const fs::path &model, const PredictionOptions &options,
                                       const Progress &progress, std::stop_token stop) {
    const std::string name = model.stem().string();
    const std::optional<TrainingRun> namesake = TAGSCOPE_TRY(runNamed(project, name));
    if (namesake)
        return fail(Error::Kind::Inconsistent, {"training.run_has_that_name", name, model});
    fs::path directory = TAGSCOPE_TRY(project.runDirectory(name));
    return predict(project, {name, model, std::move(directory)}, options, progress, std::move(stop));
}

} // namespace tagscope
