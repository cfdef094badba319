// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_json.h"
#include "core/evaluation/report_files.h"

#include "core/fusion/fusion_json.h"
#include "core/project/point_json.h"

#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

json differenceToJson(const F1Difference &difference) {
    return {{"f1", difference.difference},
            {"interval", intervalToJson(difference.interval)},
            {"not_above", difference.notAbove},
            {"within_chance", difference.isWithinChance()}};
}

json systemFiguresToJson(const Report &report, const SplitFigures &figures, std::size_t system) {
    const Evaluation &found = *figures.systems[system];
    json document{{"system", report.systems[system].name},
                  {"operating_point", report.systems[system].point.name},
                  {"clips", found.clips}};
    document.update(figuresToJson(found, report.events));
    document["difference"] = figures.difference[system] ? differenceToJson(*figures.difference[system]) : json();
    document["missing"] = {
        {"audio", found.withoutAudio}, {"video", found.withoutVideo}, {"untagged", found.withoutScores}};
    return document;
}

json changesToJson(const Report &report, const SystemChanges &changes) {
    json tags = json::array();
    for (const TagChange &tag : changes.tags)
        tags.push_back({{"clip", tag.clip},
                        {"event", report.events[tag.event]},
                        {"change", tag.isTagged ? "gained" : "lost"},
                        {"right", tag.isRight},
                        {"before", orNull(tag.before)},
                        {"after", orNull(tag.after)}});
    json events = json::array();
    for (std::size_t k = 0; k < report.events.size(); ++k) {
        json event{{"name", report.events[k]}};
        if (changes.differences)
            event.update(differenceToJson(changes.differences->events[k]));
        events.push_back(std::move(event));
    }
    return {{"split", changes.split},
            {"truth", nameOf(changes.truth)},
            {"micro", changes.differences ? differenceToJson(changes.differences->micro) : json()},
            {"events", std::move(events)},
            {"tags", std::move(tags)}};
}

json provenanceToJson(const Report &report) {
    const Provenance &made = report.provenance;
    json splits = json::array();
    for (const SplitCount &split : made.splits)
        splits.push_back({{"split", split.split}, {"clips", split.clips}, {"missing", split.missing}});
    json sources = json::array();
    for (const ReportedSource &one : made.sources) {
        json source{{"branch", one.source.branch == Branch::Audio ? "audio" : "video"}, {"name", one.source.name}};
        if (one.bestEpoch >= 0)
            source["best_epoch"] = one.bestEpoch;
        if (!one.sha256.empty())
            source["sha256"] = one.sha256;
        if (!one.settings.empty())
            source["made_with"] = jsonOrText(one.settings);
        sources.push_back(std::move(source));
    }
    json settings = json::object();
    for (const auto &[key, value] : made.settings)
        settings[key] = jsonOrText(value);
    return {{"program", "Tagscope " + made.programVersion},
            {"project", made.project},
            {"splits", std::move(splits)},
            {"sources", std::move(sources)},
            {"settings", std::move(settings)},
            {"bootstrap",
             {{"draws", report.bootstrap.draws}, {"level", report.bootstrap.level}, {"seed", report.bootstrap.seed}}}};
}

} // namespace

std::string reportJson(const Report &report) {
    json systems = json::array();
    for (const System &system : report.systems) {
        json point = pointToJson(system.point, report.events);
        if (!report.hasTimes)
            point.erase("created");
        systems.push_back({{"name", system.name},
                           {"audio", system.sources.audio ? json(system.sources.audio->name) : json()},
                           {"video", system.sources.video ? json(system.sources.video->name) : json()},
                           {"operating_point", std::move(point)}});
    }
    json figures = json::array();
    for (const SplitFigures &split : report.figures) {
        json entry{{"split", split.split}, {"truth", nameOf(split.truth)}, {"systems", json::array()}};
        for (std::size_t i = 0; i < report.systems.size(); ++i)
            if (split.systems[i])
                entry["systems"].push_back(systemFiguresToJson(report, split, i));
        figures.push_back(std::move(entry));
    }
    json videoWeighted = json::array();
    for (std::size_t k = 0; k < report.events.size(); ++k)
        if (report.isVideoWeighted(k))
            videoWeighted.push_back(report.events[k]);
    json warnings = json::array();
    for (const Message &warning : report.warnings)
        warnings.push_back(englishText(warning));
    json departures = json::array();
    for (const Message &departure : report.departures)
        departures.push_back(englishText(departure));
    const json document{{"kind", "tagscope report"},
                        {"systems", std::move(systems)},
                        {"shown", titleOf(report.systems[report.shown])},
                        {"against", report.against ? json(titleOf(report.systems[*report.against])) : json()},
                        {"video_weighted", std::move(videoWeighted)},
                        {"figures", std::move(figures)},
                        {"changes", report.changes ? changesToJson(report, *report.changes) : json()},
                        {"departures", std::move(departures)},
                        {"methods", methodsText(report)},
                        {"cite", citationText(report)},
                        {"warnings", std::move(warnings)},
                        {"provenance", provenanceToJson(report)}};
    return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace tagscope
