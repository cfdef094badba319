// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/prediction_work.h"

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/file_names.h"
#include "core/base/try.h"
#include "core/tagging/tagger_head.h"
#include "core/training/devices.h"
#include "core/training/feature_block.h"
#include "core/training/kept_epochs.h"
#include "core/training/last_network.h"
#include "core/training/project_training.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

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

Result<PredictionTask> taskOfRun(const Project &project, const std::string &run, RunCheckpoint checkpoint) {
    const fs::path asNamed = TAGSCOPE_TRY(project.runDirectory(run));
    std::error_code error;
    if (!fs::exists(TrainingPaths{asNamed}.best(), error) && fs::exists(asNamed / kHeadFile, error))
        return fail(Error::Kind::Unsupported, {"training.run_is_head", run});
    const RunNetwork wanted = TAGSCOPE_TRY(runNetworkNamed(project, run));
    const fs::path file = TAGSCOPE_TRY(fileOf(project, wanted));
    fs::path directory = TAGSCOPE_TRY(project.runDirectory(nameOf(wanted)));
    PredictionTask task{nameOf(wanted), file, std::move(directory)};
    if (checkpoint == RunCheckpoint::Last && !wanted.epoch)
        task.network = TAGSCOPE_TRY(writeLastNetwork({task.directory}));
    return task;
}

} // namespace

Result<PredictionTask> taskOf(const Project &project, const PredictionNetwork &network, RunCheckpoint checkpoint) {
    if (network.model.empty())
        return taskOfRun(project, network.run, checkpoint);
    const std::string name = network.model.stem().string();
    const std::optional<TrainingRun> namesake = TAGSCOPE_TRY(runNamed(project, name));
    if (namesake)
        return fail(Error::Kind::Inconsistent, {"training.run_has_that_name", name, network.model});
    fs::path directory = TAGSCOPE_TRY(project.runDirectory(name));
    return PredictionTask{name, network.model, std::move(directory)};
}

PredictionWork::PredictionWork(PredictionTask task, Crnn crnn, FeatureStore store)
    : task_(std::move(task)), crnn_(std::move(crnn)), store_(std::move(store)) {}

Result<PredictionWork> PredictionWork::make(const Project &project, PredictionTask task,
                                            const PredictionOptions &options, std::stop_token stop) {
    FeatureStore store = TAGSCOPE_TRY(FeatureStore::open(project.featureDirectory()));
    const std::string device = TAGSCOPE_TRY(chosenDevice(options.device));
    Crnn crnn = TAGSCOPE_TRY(Crnn::load(task.network));
    if (device != "cpu")
        crnn = TAGSCOPE_TRY(crnn.on(device));
    if (const Message why = whyItDoesNotFit(crnn, project, store.format()); !why.empty())
        return fail(Error::Kind::Inconsistent, {"training.network_does_not_fit", task.network, why});
    PredictionWork work(std::move(task), std::move(crnn), std::move(store));
    TAGSCOPE_TRY(work.chooseClips(project, options));
    TAGSCOPE_TRY(work.measure(project, stop));
    return work;
}

Result<void> PredictionWork::chooseClips(const Project &project, const PredictionOptions &options) {
    isOfAll_ = !options.split;
    name_ = asFileName("activations" + (options.split ? "-" + *options.split : ""));
    events_ = namesOf(project.classes());
    for (const std::string &event : events_) {
        const std::vector<std::string> &names = crnn_.description().layout.events;
        columns_.push_back(static_cast<std::size_t>(std::ranges::find(names, event) - names.begin()));
    }
    std::vector<Clip> clips =
        TAGSCOPE_TRY(options.split ? project.clips(std::string_view(*options.split)) : project.clips());
    for (Clip &clip : clips) {
        if (const std::optional<std::size_t> row = store_.find(clip.name)) {
            rows_.push_back(*row);
            clips_.push_back(std::move(clip));
        } else {
            ++withoutFeatures_;
        }
    }
    if (clips_.empty())
        return fail(Error::Kind::Inconsistent, "training.nothing_to_predict");
    return {};
}

Result<void> PredictionWork::measure(const Project &project, const std::stop_token &stop) {
    shape_.clips = clips_.size();
    shape_.steps = store_.format().frames() / static_cast<std::size_t>(crnn_.description().layout.poolTime());
    shape_.events = columns_.size();
    const std::string network = TAGSCOPE_TRY(sha256OfFile(task_.network, stop));
    const std::string features = TAGSCOPE_TRY(sha256OfFile(indexFile(project.featureDirectory()), stop));
    Sha256 identity;
    identity.add(network);
    identity.add(features);
    for (const Clip &clip : clips_)
        identity.add(clip.name + "\n");
    for (const std::string &event : events_)
        identity.add(event + "\n");
    shape_.identity = identity.hexadecimal();
    return {};
}

Seconds PredictionWork::hop() const {
    const CrnnDescription &crnn = crnn_.description();
    return Seconds(crnn.frameHop * crnn.layout.poolTime());
}

PredictionOutcome PredictionWork::outcome() const {
    return {clips_.size(), withoutFeatures_, task_.source, task_.directory / (name_ + ".npy")};
}

Result<PredictionWork::Computed> PredictionWork::compute(std::size_t clip, const std::stop_token &stop) const {
    const Matrix features = TAGSCOPE_TRY(store_.readDecibels(rows_[clip]));
    const auto ofClip = [&](Error error) {
        if (!error.isCancelled())
            error.message = {"base.within", clips_[clip].name, error};
        return error;
    };
    const Matrix activations = TAGSCOPE_TRY(crnn_.activations(features, stop).map_error(ofClip));
    Computed computed{Matrix(activations.rows, columns_.size()), std::vector<float>(columns_.size(), 0.0F)};
    for (std::size_t step = 0; step < activations.rows; ++step) {
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            computed.activations(step, k) = activations(step, columns_[k]);
            computed.scores[k] = std::max(computed.scores[k], computed.activations(step, k));
        }
    }
    return computed;
}

Result<PredictionOutcome> PredictionWork::store(Project &project, PredictionFiles &files) const {
    const Matrix scores = TAGSCOPE_TRY(files.scores());
    std::vector<ClipScore> list;
    for (std::size_t clip = 0; clip < clips_.size(); ++clip) {
        const std::span<const float> row = scores.row(clip);
        list.push_back({clips_[clip].id, {row.begin(), row.end()}});
    }
    const ScoreSource source{Branch::Audio, task_.source};
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        // Scores of clips that are no longer predicted would be another network's.
        if (isOfAll_)
            TAGSCOPE_TRY(project.removeScores(source));
        return project.storeScores(source, list);
    });
    TAGSCOPE_TRY(stored);
    const std::vector<std::string> sums = TAGSCOPE_TRY(files.sums());
    TAGSCOPE_TRY(files.finish(outcome().activations));
    TAGSCOPE_TRY(writeFileAtomically(task_.directory / (name_ + ".json"), description(sums)));
    return outcome();
}

std::string PredictionWork::description(const std::vector<std::string> &sums) const {
    const CrnnDescription &crnn = crnn_.description();
    nlohmann::ordered_json document{{"source", task_.source},      {"origin", crnn.origin},
                                    {"isTrained", crnn.isTrained}, {"hop", hop().count()},
                                    {"events", events_},           {"clips", nlohmann::json::array()}};
    for (const Clip &clip : clips_)
        document["clips"].push_back(clip.name);
    document["sums"] = sums;
    return document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace tagscope
