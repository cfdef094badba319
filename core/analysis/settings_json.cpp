// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/settings_json.h"

#include "core/base/foreign_json.h"
#include "core/fusion/fusion_json.h"

#include <nlohmann/json.hpp>

namespace tagscope {

using Json = nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(KeyFrameMethod, {{KeyFrameMethod::KMedian, "k-median"},
                                              {KeyFrameMethod::Ds3, "ds3"},
                                              {KeyFrameMethod::KMeans, "k-means"},
                                              {KeyFrameMethod::EqualIntervals, "equal-intervals"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Ds3Norm, {{Ds3Norm::Infinity, "inf"}, {Ds3Norm::Two, "2"}})
NLOHMANN_JSON_SERIALIZE_ENUM(MappingRule, {{MappingRule::MostSimilar, "most-similar"},
                                           {MappingRule::Softmax, "softmax"},
                                           {MappingRule::Table, "table"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LogMelOptions, sampleRate, windowSamples, hopSamples, fftSamples, bands, lowHz,
                                   highHz, magnitudeFloor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(KeyFrameOptions, method, count, norm, lambdaFraction, gapTolerance,
                                   duplicateFraction, certify)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Matrix, rows, columns, values)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(MappingOptions, rule, cutOff, temperature, table)

namespace {

Json stagesToJson(const AnalysisSettings &settings) {
    Json events = Json::array();
    for (const EventClass &event : settings.events)
        events.push_back({{"name", event.name}, {"mid", event.mid}, {"words", event.words}});
    Json document{{"version", 1},
                  {"clipDuration", settings.clipDuration.count()},
                  {"picturesPerSecond", settings.picturesPerSecond},
                  {"logMel", settings.logMel},
                  {"keyFrames", settings.keyFrames},
                  {"mapping", settings.mapping},
                  {"events", std::move(events)}};
    if (!settings.taggerClasses.empty()) // left out where there are none, so that stored results are found as before
        document["taggerClasses"] = settings.taggerClasses;
    return document;
}

AnalysisSettings settingsFrom(const Json &document) {
    AnalysisSettings settings;
    settings.clipDuration = Seconds(document.at("clipDuration").get<double>());
    document.at("picturesPerSecond").get_to(settings.picturesPerSecond);
    document.at("logMel").get_to(settings.logMel);
    document.at("keyFrames").get_to(settings.keyFrames);
    document.at("mapping").get_to(settings.mapping);
    for (const Json &entry : document.at("events")) {
        EventClass event;
        entry.at("name").get_to(event.name);
        entry.at("mid").get_to(event.mid);
        entry.at("words").get_to(event.words);
        entry.at("videoWeight").get_to(event.videoWeight);
        event.threshold = numberFromJson(entry.at("threshold"));
        settings.events.push_back(std::move(event));
    }
    if (document.contains("taggerClasses"))
        document.at("taggerClasses").get_to(settings.taggerClasses);
    for (const Json &entry : document.at("operatingPoint")) {
        settings.operatingPoint.videoWeight.push_back(entry.at("videoWeight").get<double>());
        settings.operatingPoint.threshold.push_back(numberFromJson(entry.at("threshold")));
    }
    return settings;
}

} // namespace

std::string stageSettingsToJson(const AnalysisSettings &settings) {
    return stagesToJson(settings).dump();
}

std::string settingsToJson(const AnalysisSettings &settings) {
    Json document = stagesToJson(settings);
    for (std::size_t k = 0; k < settings.events.size(); ++k) {
        document["events"][k]["videoWeight"] = settings.events[k].videoWeight;
        document["events"][k]["threshold"] = numberToJson(settings.events[k].threshold);
    }
    Json point = Json::array();
    for (std::size_t k = 0; k < settings.operatingPoint.threshold.size(); ++k)
        point.push_back({{"videoWeight", settings.operatingPoint.videoWeight[k]},
                         {"threshold", numberToJson(settings.operatingPoint.threshold[k])}});
    document["operatingPoint"] = std::move(point);
    return document.dump(2);
}

Result<AnalysisSettings> settingsFromJson(const std::string &text) {
    try {
        const Json document = foreignJson(text);
        if (document.at("version") != 1)
            return fail(Error::Kind::Unsupported, "analysis.newer_settings");
        return settingsFrom(document);
    } catch (const Json::exception &error) {
        return fail(Error::Kind::Malformed, "analysis.settings_unreadable", error.what());
    }
}

} // namespace tagscope
