// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_departures.h"

#include "core/base/foreign_json.h"
#include "core/fusion/system_tuner.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

// The paper's hyperparameters (section 3.3), and of what it leaves open the choices that Tagscope makes for it, as
// settings of runs have them.
json paperTraining() {
    return {{"batchSize", 95},     {"learningRate", 0.1}, {"momentum", 0.8},    {"isNesterov", true},
            {"clipping", "value"}, {"clipAt", 1e-3},      {"decay", 0.8},       {"patience", 3},
            {"order", "shuffled"}, {"truth", "weak"},     {"dropout", 0.2},     {"channels", {32, 64, 128}},
            {"gruUnits", 100},     {"recipe", "paper"},   {"optimiser", "sgd"}, {"schedule", "plateau"},
            {"normalises", false}, {"mixUp", 0.0},        {"masks", 0},         {"rolls", false},
            {"gain", 0.0},         {"weightDecay", 0.0},  {"kernel", 5}};
}

void addTraining(const ReportedSource &source, std::vector<Message> &departures) {
    const json settings = foreignJson<json>(source.settings);
    if (source.source.branch != Branch::Audio || !settings.is_object())
        return;
    const json paper = paperTraining();
    for (const auto &[name, value] : paper.items())
        if (settings.contains(name) && settings.at(name) != value)
            departures.push_back({"evaluation.departs_in_training", source.source.name, name,
                                  plainText(settings.at(name).dump()), plainText(value.dump())});
}

void addVideo(const ReportedSource &source, std::vector<Message> &departures) {
    const json recipe = foreignJson<json>(source.settings);
    if (source.source.branch != Branch::Video || !recipe.is_object())
        return;
    departures.emplace_back("evaluation.departs_in_geometry");
    const json settings = recipe.value("settings", recipe);
    if (!settings.is_object())
        return;
    const json keyFrames = settings.value("keyFrames", json::object());
    if (keyFrames.is_object() && keyFrames.value("method", json("ds3")) != "ds3")
        departures.push_back({"evaluation.departs_in_key_frames", plainText(keyFrames.at("method").dump())});
    if (keyFrames.is_object() && keyFrames.value("count", json(4)) != 4)
        departures.push_back({"evaluation.departs_in_key_frame_count", plainText(keyFrames.at("count").dump())});
    const json mapping = settings.value("mapping", json::object());
    if (mapping.is_object() && mapping.value("rule", json("most-similar")) != "most-similar")
        departures.push_back({"evaluation.departs_in_mapping", plainText(mapping.at("rule").dump())});
}

} // namespace

std::vector<Message> departuresOf(const Provenance &provenance, std::span<const System> systems) {
    std::vector<Message> departures;
    for (const ReportedSource &source : provenance.sources) {
        addTraining(source, departures);
        addVideo(source, departures);
        if (source.settings.find(", demo") != std::string::npos || source.source.name == "demo")
            departures.push_back({"evaluation.departs_in_networks", source.source.name});
    }
    for (const System &system : systems)
        if (system.point.method != nameOf(TuningMethod::Paper))
            departures.push_back({"evaluation.departs_in_tuning", system.point.name, system.point.method});
    return departures;
}

} // namespace tagscope
