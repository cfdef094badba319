// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/operating_points.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/project/point_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kSetting = "operating_point";
constexpr std::string_view kTunedOnSetting = "tuned_on";
constexpr std::string_view kKind = "tagscope operating points";
constexpr int kDocumentVersion = 1;

Result<json> originOf(const Project &project, const NamedOperatingPoint &point) {
    json origin = json::object();
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    for (const TrainingRun &run : runs)
        if (run.name == point.audioSource)
            origin["run"] = {{"name", run.name}, {"settings", jsonOrText(run.settings)}, {"best_epoch", run.bestEpoch}};
    for (const char *key : {"models", "video", "analysis"}) {
        const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(key));
        if (setting)
            origin[key] = jsonOrText(*setting);
    }
    return origin;
}

Result<std::map<std::string, std::string>> tunedOnIn(const Project &project) {
    const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(kTunedOnSetting));
    std::map<std::string, std::string> tunedOn;
    const json document = jsonOrText(setting.value_or("{}"));
    if (document.is_object())
        for (const auto &[point, digest] : document.items())
            if (digest.is_string())
                tunedOn.emplace(point, digest.get<std::string>());
    return tunedOn;
}

} // namespace

Result<std::optional<NamedOperatingPoint>> chosenPoint(const Project &project) {
    const std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(kSetting));
    if (points.empty())
        return std::optional<NamedOperatingPoint>();
    if (setting) {
        const json name = jsonOrText(*setting);
        for (const NamedOperatingPoint &point : points)
            if (name == point.name)
                return std::optional(point);
    }
    for (const NamedOperatingPoint &point : points)
        if (!point.audioSource.empty() && !point.videoSource.empty())
            return std::optional(point);
    return std::optional(points.front());
}

Result<void> choosePoint(Project &project, std::string_view name) {
    return project.atomically([&]() -> Result<void> {
        const std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
        if (!name.empty() && std::ranges::find(points, name, &NamedOperatingPoint::name) == points.end())
            return fail(Error::Kind::Inconsistent, {"project.no_point_to_choose", name});
        return project.setSetting(kSetting, json(name).dump());
    });
}

Result<void> storePoint(Project &project, const NamedOperatingPoint &point) {
    return project.atomically([&] {
        return project.operatingPoints().and_then([&](const std::vector<NamedOperatingPoint> &points) -> Result<void> {
            const auto before = std::ranges::find(points, point.name, &NamedOperatingPoint::name);
            if (before != points.end() && (before->method != kByHand || point.method != kByHand))
                return fail(Error::Kind::Inconsistent, {"project.point_is_there", point.name});
            return project.storeOperatingPoint(point);
        });
    });
}

Result<void> storePointBeside(Project &project, const NamedOperatingPoint &point) {
    return project.atomically([&]() -> Result<void> {
        const std::optional<NamedOperatingPoint> chosen = TAGSCOPE_TRY(chosenPoint(project));
        TAGSCOPE_TRY(storePoint(project, point));
        return chosen ? choosePoint(project, chosen->name) : Result<void>();
    });
}

Result<void> rememberTuning(Project &project, const std::string &point, const std::string &digest) {
    return project.atomically([&]() -> Result<void> {
        std::map<std::string, std::string> tunedOn = TAGSCOPE_TRY(tunedOnIn(project));
        tunedOn[point] = digest;
        return project.setSetting(kTunedOnSetting, json(tunedOn).dump());
    });
}

Result<PointList> pointList(const Project &project) {
    std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    const std::optional<NamedOperatingPoint> chosen = TAGSCOPE_TRY(chosenPoint(project));
    std::map<std::string, std::string> tunedOn = TAGSCOPE_TRY(tunedOnIn(project));
    return PointList{std::move(points), chosen ? chosen->name : std::string(),
                     project.operatingPointHistory().value_or(std::vector<NamedOperatingPoint>()), std::move(tunedOn)};
}

std::string freeName(std::span<const NamedOperatingPoint> points, const std::string &wanted) {
    const auto isTaken = [&points](const std::string &name) {
        return std::ranges::find(points, name, &NamedOperatingPoint::name) != points.end();
    };
    std::string name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = wanted + "-" + std::to_string(number);
    return name;
}

Result<std::string> exportPoints(const Project &project, std::span<const std::string> names) {
    const std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    json document{{"kind", kKind}, {"version", kDocumentVersion}};
    json &list = document["points"] = json::array();
    for (const std::string &name : names) {
        const auto point = std::ranges::find(points, name, &NamedOperatingPoint::name);
        if (point == points.end())
            return fail(Error::Kind::Inconsistent, {"project.no_point_to_export", name});
        json entry = pointToJson(*point, namesOf(project.classes()));
        json origin = TAGSCOPE_TRY(originOf(project, *point));
        entry["made_with"] = std::move(origin);
        list.push_back(std::move(entry));
    }
    return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<std::vector<NamedOperatingPoint>> pointsIn(const Project &project, std::string_view text) {
    const json document = foreignJson<json>(text);
    if (!document.is_object() || document.value("kind", json()) != kKind || !document.contains("points"))
        return fail(Error::Kind::Malformed, "project.not_points");
    if (document.value("version", json()) != kDocumentVersion)
        return fail(Error::Kind::Unsupported, "project.later_points");
    const std::vector<std::string> events = namesOf(project.classes());
    std::vector<NamedOperatingPoint> points;
    for (const json &entry : document.at("points"))
        points.emplace_back() = TAGSCOPE_TRY(pointFromJson(entry, events));
    return points;
}

Result<std::vector<std::string>> importPoints(Project &project, std::string_view document) {
    std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(pointsIn(project, document));
    std::vector<std::string> names;
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        for (NamedOperatingPoint &point : points) {
            const std::vector<NamedOperatingPoint> known = TAGSCOPE_TRY(project.operatingPoints());
            point.name = freeName(known, point.name);
            TAGSCOPE_TRY(project.storeOperatingPoint(point));
            names.push_back(point.name);
        }
        return {};
    });
    TAGSCOPE_TRY(stored);
    return names;
}

} // namespace tagscope
