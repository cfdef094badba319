// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/plan_json.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace tagscope {
namespace {

constexpr std::array<std::string_view, 3> kPageKinds{"own", "shared", "gold"}; // of PageKind

using json = nlohmann::ordered_json;

json pageToJson(const PlannedPage &page, const std::unordered_map<ClipId, std::string> &clips,
                const std::vector<EventClass> &classes) {
    json events = json::array();
    for (const int event : page.page.events)
        events.push_back({{"event", classes.at(static_cast<std::size_t>(event)).name}});
    json entry{{"clip", clips.at(page.page.clip)},
               {"events", std::move(events)},
               {"kind", kPageKinds.at(static_cast<std::size_t>(page.kind))}};
    if (page.reason)
        entry["reason"] = {{"event", classes.at(static_cast<std::size_t>(page.reason->event)).name},
                           {"labelled", page.reason->isLabelled},
                           {"control", page.reason->isControl}};
    return entry;
}

json planAsJson(const AuditPlan &plan, const std::unordered_map<ClipId, std::string> &clips,
                const std::vector<EventClass> &classes) {
    json stages = json::array();
    for (const AuditStage stage : plan.stages)
        stages.push_back(nameOf(stage));
    json tasks = json::array();
    for (const PlannedTask &task : plan.tasks) {
        json pages = json::array();
        for (const PlannedPage &page : task.pages)
            pages.push_back(pageToJson(page, clips, classes));
        tasks.push_back({{"annotator", task.annotator}, {"pages", std::move(pages)}});
    }
    json gold = json::array();
    for (const auto &[pair, isHeard] : plan.gold)
        gold.push_back({{"clip", clips.at(pair.first)},
                        {"event", classes.at(static_cast<std::size_t>(pair.second)).name},
                        {"heard", isHeard}});
    return {{"id", plan.id},       {"stages", std::move(stages)}, {"may_add_events", plan.mayAddEvents},
            {"order", plan.order}, {"tasks", std::move(tasks)},   {"gold", std::move(gold)}};
}

// Finds clips and events by their names, as they are now.
class PlanNames {
public:
    PlanNames(const std::vector<Clip> &clips, const std::vector<EventClass> &classes) : classes_(classes) {
        for (const Clip &clip : clips)
            clips_.emplace(clip.name, clip.id);
    }
    [[nodiscard]] std::optional<ClipId> clip(const nlohmann::json &name) const {
        const auto found = clips_.find(name.get<std::string>());
        return found == clips_.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::optional<int> event(const nlohmann::json &name) const {
        const auto found = std::ranges::find(classes_, name.get<std::string>(), &EventClass::name);
        return found == classes_.end() ? std::nullopt : std::optional(static_cast<int>(found - classes_.begin()));
    }

private:
    std::unordered_map<std::string, ClipId> clips_;
    const std::vector<EventClass> &classes_;
};

std::optional<PageReason> reasonIn(const nlohmann::json &page, const PlanNames &names) {
    const auto given = page.find("reason");
    if (given == page.end())
        return std::nullopt;
    const std::optional<int> event = names.event(given->at("event"));
    if (!event)
        return std::nullopt;
    return PageReason{*event, given->at("labelled").get<bool>(), given->at("control").get<bool>()};
}

PlannedTask plannedTaskIn(const nlohmann::json &entry, const PlanNames &names) {
    PlannedTask task{entry.at("annotator").get<std::string>(), {}};
    for (const nlohmann::json &given : entry.at("pages")) {
        PlannedPage page;
        const auto kind = std::ranges::find(kPageKinds, given.at("kind").get<std::string>());
        const std::optional<ClipId> clip = names.clip(given.at("clip"));
        if (!clip || kind == kPageKinds.end())
            continue;
        page.page.clip = *clip;
        page.kind = static_cast<PageKind>(kind - kPageKinds.begin());
        for (const nlohmann::json &asked : given.at("events"))
            if (const std::optional<int> event = names.event(asked.at("event")))
                page.page.events.push_back(*event);
        page.reason = reasonIn(given, names);
        task.pages.push_back(std::move(page));
    }
    return task;
}

AuditPlan planIn(const nlohmann::json &entry, const PlanNames &names) {
    AuditPlan plan;
    plan.id = entry.at("id").get<std::string>();
    plan.order = entry.at("order").get<std::string>();
    plan.mayAddEvents = entry.at("may_add_events").get<bool>();
    for (const nlohmann::json &name : entry.at("stages"))
        if (const std::optional<AuditStage> stage = stageNamed(name.get<std::string>()))
            plan.stages.push_back(*stage);
    for (const nlohmann::json &task : entry.at("tasks"))
        plan.tasks.push_back(plannedTaskIn(task, names));
    for (const nlohmann::json &known : entry.at("gold")) {
        const std::optional<ClipId> clip = names.clip(known.at("clip"));
        const std::optional<int> event = names.event(known.at("event"));
        if (clip && event)
            plan.gold.emplace(AuditedPair(*clip, *event), known.at("heard").get<bool>());
    }
    return plan;
}

Result<json> jsonOf(const Project &project, const AuditPlan &plan) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::unordered_map<ClipId, std::string> names;
    for (const Clip &clip : clips)
        names.emplace(clip.id, clip.name);
    return planAsJson(plan, names, project.classes());
}

} // namespace

Result<std::string> planToJson(const Project &project, const AuditPlan &plan) {
    const json document = TAGSCOPE_TRY(jsonOf(project, plan));
    return document.dump();
}

Result<void> addPlan(Project &project, const AuditPlan &plan) {
    return project.atomically([&]() -> Result<void> {
        const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(kPlansKey));
        nlohmann::json plans = foreignJson(stored.value_or("[]"));
        if (!plans.is_array())
            return fail(Error::Kind::Malformed, {"audit.damaged_plans", project.file()});
        const json added = TAGSCOPE_TRY(jsonOf(project, plan));
        plans.push_back(nlohmann::json(added));
        return project.setSetting(kPlansKey, plans.dump());
    });
}

Result<std::vector<AuditPlan>> plansOf(const Project &project) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(kPlansKey));
    if (!stored)
        return std::vector<AuditPlan>();
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    const PlanNames names(clips, project.classes());
    std::vector<AuditPlan> plans;
    try {
        const nlohmann::json document = foreignJson(*stored);
        if (!document.is_array())
            return fail(Error::Kind::Malformed, {"audit.damaged_plans", project.file()});
        for (const nlohmann::json &entry : document)
            plans.push_back(planIn(entry, names));
    } catch (const nlohmann::json::exception &) {
        return fail(Error::Kind::Malformed, {"audit.damaged_plans", project.file()});
    }
    return plans;
}

} // namespace tagscope
