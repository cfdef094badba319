// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint.h"

#include "core/base/file_hash.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/training/epoch_log.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {

namespace {

using json = nlohmann::ordered_json;

constexpr const char *kKind = "training-checkpoint";
constexpr int kCheckpointVersion = 2; // 1 has neither squares nor statistics
constexpr std::string_view kWeight = "weight.";
constexpr std::string_view kMomentum = "momentum.";
constexpr std::string_view kSquare = "square.";
constexpr std::string_view kStatistic = "statistic.";

json scheduleToJson(const PlateauSchedule &schedule) {
    return {{"learningRate", schedule.learningRate},
            {"bestLoss", std::isinf(schedule.bestLoss) ? json() : json(schedule.bestLoss)},
            {"epochsWithout", schedule.epochsWithout}};
}

PlateauSchedule scheduleFromJson(const json &entry) {
    PlateauSchedule schedule;
    entry.at("learningRate").get_to(schedule.learningRate);
    if (!entry.at("bestLoss").is_null())
        entry.at("bestLoss").get_to(schedule.bestLoss);
    entry.at("epochsWithout").get_to(schedule.epochsWithout);
    return schedule;
}

std::string stateToJson(const Checkpoint &checkpoint) {
    json epochs = json::array();
    for (const EpochReport &epoch : checkpoint.epochs)
        epochs.push_back(epochToJson(epoch));
    const bool isOfVersion1 = checkpoint.squares.empty() && checkpoint.statistics.empty();
    return json{{"version", isOfVersion1 ? 1 : kCheckpointVersion},
                {"identity", checkpoint.identity},
                {"epoch", checkpoint.epoch},
                {"batch", checkpoint.batch},
                {"lossSum", checkpoint.lossSum},
                {"secondsSpent", checkpoint.secondsSpent},
                {"schedule", scheduleToJson(checkpoint.schedule)},
                {"epochs", std::move(epochs)}}
        .dump();
}

Result<Checkpoint> stateFromJson(const std::string &text) {
    const json state = foreignJson<json>(text);
    if (state.at("version").get<int>() > kCheckpointVersion)
        return fail(Error::Kind::Unsupported, "training.later_checkpoint");
    Checkpoint checkpoint;
    state.at("identity").get_to(checkpoint.identity);
    state.at("epoch").get_to(checkpoint.epoch);
    state.at("batch").get_to(checkpoint.batch);
    state.at("lossSum").get_to(checkpoint.lossSum);
    state.at("secondsSpent").get_to(checkpoint.secondsSpent);
    checkpoint.schedule = scheduleFromJson(state.at("schedule"));
    for (const json &line : state.at("epochs"))
        checkpoint.epochs.emplace_back() = TAGSCOPE_TRY(epochFromJson(line.get<std::string>()));
    return checkpoint;
}

Result<void> readTensors(const TensorFile &opened, std::string_view prefix, std::vector<NamedTensor> &tensors) {
    for (const TensorInfo &info : opened.tensors()) {
        if (!info.name.starts_with(prefix))
            continue;
        std::vector<float> values = TAGSCOPE_TRY(opened.floats(info.name));
        tensors.push_back({info.name.substr(prefix.size()), info.shape, std::move(values)});
    }
    return {};
}

tl::unexpected<Error> damaged(const std::filesystem::path &file, const std::string &cause) {
    return fail(Error::Kind::Malformed, {"training.damaged_checkpoint", file}, cause);
}

} // namespace

std::string identityOf(const TrainingData &data, const TrainingSettings &settings) {
    TrainingSettings anywhere = settings;
    anywhere.device = TrainingSettings().device; // a run may go on elsewhere, with the same losses to rounding
    return earlierIdentityOf(data, anywhere);
}

std::string earlierIdentityOf(const TrainingData &data, const TrainingSettings &settings) {
    TrainingSettings same = settings;
    same.epochs = 1;
    same.checkpointBatches = 1;
    json ofSettings = foreignJson<json>(trainingSettingsToJson(same));
    ofSettings.erase("keepEpochs"); // changes nothing of what is learnt
    // Runs of earlier versions, which knew nothing else, can be gone on with.
    const json defaults = foreignJson<json>(trainingSettingsToJson(TrainingSettings()));
    for (const char *name : {"truth", "kernel", "poolTime", "poolBands", "optimiser", "weightDecay", "schedule",
                             "normalises", "mixUp", "masks", "rolls", "gain"})
        if (ofSettings.at(name) == defaults.at(name))
            ofSettings.erase(name);
    const auto *labels = reinterpret_cast<const char *>(data.labels.values.data());
    const json identity{
        {"settings", std::move(ofSettings)},   {"frames", data.frames},
        {"bands", data.network.layout.bands},  {"events", data.network.layout.events},
        {"trainingClips", data.trainingClips}, {"labels", sha256Of({labels, data.labels.values.size()})}};
    return sha256Of(identity.dump());
}

Result<void> writeCheckpoint(const std::filesystem::path &file, const Checkpoint &checkpoint) {
    std::vector<NamedTensor> tensors;
    for (const auto &[prefix, list] :
         {std::pair(kWeight, &checkpoint.weights), std::pair(kMomentum, &checkpoint.momenta),
          std::pair(kSquare, &checkpoint.squares), std::pair(kStatistic, &checkpoint.statistics)})
        for (const NamedTensor &tensor : *list)
            tensors.push_back({std::string(prefix) + tensor.name, tensor.shape, tensor.values});
    return writeSafetensors(file, tensors, {{"tagscope.kind", kKind}, {"tagscope.training", stateToJson(checkpoint)}});
}

Result<std::optional<Checkpoint>> readCheckpoint(const std::filesystem::path &file, const std::string &identity) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return std::nullopt;
    const Result<TensorFile> opened = TensorFile::open(file);
    if (!opened)
        return damaged(file, opened.error().what());
    const std::map<std::string, std::string> &metadata = opened->metadata();
    const auto kind = metadata.find("tagscope.kind");
    const auto state = metadata.find("tagscope.training");
    if (kind == metadata.end() || kind->second != kKind || state == metadata.end())
        return damaged(file, "It is not a training checkpoint.");
    try {
        Checkpoint checkpoint = TAGSCOPE_TRY(stateFromJson(state->second));
        if (checkpoint.identity != identity)
            return fail(Error::Kind::Inconsistent, {"training.other_checkpoint", file});
        for (const auto &[prefix, list] :
             {std::pair(kWeight, &checkpoint.weights), std::pair(kMomentum, &checkpoint.momenta),
              std::pair(kSquare, &checkpoint.squares), std::pair(kStatistic, &checkpoint.statistics)})
            if (Result<void> read = readTensors(*opened, prefix, *list); !read)
                return damaged(file, read.error().what());
        return checkpoint;
    } catch (const json::exception &exception) {
        return damaged(file, exception.what());
    }
}

} // namespace tagscope
