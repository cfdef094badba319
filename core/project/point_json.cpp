// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/point_json.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/fusion/fusion_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

json calibrationToJson(const EventCalibration &event) {
    return {{"intercept", numberToJson(event.intercept)},
            {"mean", event.mean},
            {"deviation", event.deviation},
            {"coefficient", event.coefficient}};
}

EventCalibration calibrationFrom(const json &document) {
    EventCalibration event;
    event.intercept = numberFromJson(document.at("intercept"));
    document.at("mean").get_to(event.mean);
    document.at("deviation").get_to(event.deviation);
    document.at("coefficient").get_to(event.coefficient);
    return event;
}

bool isUsable(const EventCalibration &event) {
    const auto isFinite = [](double value) { return std::isfinite(value); };
    return !std::isnan(event.intercept) && std::ranges::all_of(event.mean, isFinite) &&
           std::ranges::all_of(event.deviation, [](double value) { return std::isfinite(value) && value > 0.0; }) &&
           std::ranges::all_of(event.coefficient, isFinite);
}

Result<OperatingPoint> valuesFrom(const json &entries, const std::vector<std::string> &events,
                                  const std::string &name) {
    const std::size_t count = events.size();
    OperatingPoint point{std::vector<double>(count), std::vector<double>(count), {}};
    std::vector<bool> isKnown(count);
    for (const json &entry : entries) {
        const auto event = entry.at("name").get<std::string>();
        const auto found = std::ranges::find(events, event);
        if (found == events.end())
            return fail(Error::Kind::Inconsistent, {"project.point_unknown_event", name, event});
        const auto at = static_cast<std::size_t>(found - events.begin());
        if (isKnown[at])
            return fail(Error::Kind::Inconsistent, {"project.point_event_twice", name, event});
        isKnown[at] = true;
        entry.at("weight").get_to(point.videoWeight[at]);
        point.threshold[at] = numberFromJson(entry.at("threshold"));
        if (entry.contains("calibration")) {
            point.calibration.resize(count);
            point.calibration[at] = calibrationFrom(entry.at("calibration"));
        } else if (point.isCalibrated()) {
            return fail(Error::Kind::Inconsistent, {"project.point_without_calibration", name, event});
        }
    }
    const auto missing = std::ranges::find(isKnown, false);
    if (missing != isKnown.end())
        return fail(Error::Kind::Inconsistent,
                    {"project.point_without_event", name, events[static_cast<std::size_t>(missing - isKnown.begin())]});
    return point;
}

} // namespace

Result<void> checkPoint(const NamedOperatingPoint &point, std::size_t events) {
    if (point.name.empty())
        return fail(Error::Kind::Inconsistent, "project.point_without_name");
    const OperatingPoint &values = point.point;
    bool isFit = values.videoWeight.size() == events && values.threshold.size() == events &&
                 (!values.isCalibrated() || values.calibration.size() == events);
    for (const double weight : values.videoWeight)
        isFit = isFit && weight >= 0.0 && weight <= 1.0;
    for (const double threshold : values.threshold)
        isFit = isFit && !std::isnan(threshold);
    isFit = isFit && std::ranges::all_of(values.calibration, isUsable);
    if (!isFit || !std::isfinite(point.microF1))
        return fail(Error::Kind::Inconsistent, {"project.point_values", point.name, events});
    return {};
}

json pointToJson(const NamedOperatingPoint &point, const std::vector<std::string> &events) {
    json document{{"name", point.name},         {"method", point.method},     {"tuned_on", point.tunedOn},
                  {"audio", point.audioSource}, {"video", point.videoSource}, {"micro_f1", point.microF1}};
    if (point.crossValidatedF1)
        document["cross_validated_micro_f1"] = *point.crossValidatedF1;
    if (point.interval)
        document["interval"] = json::array({point.interval->low, point.interval->high});
    document["seed"] = point.seed;
    document["created"] = point.created;
    json &list = document["events"] = json::array();
    for (std::size_t k = 0; k < events.size(); ++k) {
        json entry{{"name", events[k]},
                   {"weight", point.point.videoWeight[k]},
                   {"threshold", numberToJson(point.point.threshold[k])}};
        if (point.point.isCalibrated())
            entry["calibration"] = calibrationToJson(point.point.calibration[k]);
        list.push_back(std::move(entry));
    }
    return document;
}

Result<NamedOperatingPoint> pointFromJson(const json &document, const std::vector<std::string> &events) {
    try {
        NamedOperatingPoint point;
        document.at("name").get_to(point.name);
        document.at("method").get_to(point.method);
        document.at("tuned_on").get_to(point.tunedOn);
        document.at("audio").get_to(point.audioSource);
        document.at("video").get_to(point.videoSource);
        document.at("micro_f1").get_to(point.microF1);
        document.at("seed").get_to(point.seed);
        document.at("created").get_to(point.created);
        if (document.contains("cross_validated_micro_f1"))
            point.crossValidatedF1 = document.at("cross_validated_micro_f1").get<double>();
        if (document.contains("interval"))
            point.interval =
                Interval{document.at("interval").at(0).get<double>(), document.at("interval").at(1).get<double>()};
        point.point = TAGSCOPE_TRY(valuesFrom(document.at("events"), events, point.name));
        TAGSCOPE_TRY(checkPoint(point, events.size()));
        return point;
    } catch (const json::exception &error) {
        return fail(Error::Kind::Malformed, "project.not_a_point", error.what());
    }
}

json jsonOrText(const std::string &text) {
    json value = foreignJson<json>(text);
    return value.is_discarded() ? json(text) : value;
}

} // namespace tagscope
