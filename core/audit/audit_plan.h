// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_task.h"
#include "core/audit/project_audit.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Who judges what: the lead's plan of an audit, from which each annotator gets a task.
namespace tagscope {

// The project's setting that holds its plans, and with them the answers of gold pages: never in a task.
inline constexpr std::string_view kPlansKey = "audit-plans";

struct PlanOptions {
    std::vector<std::string> annotators; // whose names differ by more than case and blanks
    std::size_t pages = 20;              // of each annotator, where there are as many
    double overlap = 0.2;                // the share of them that every annotator gets, in [0, 1]
    double gold = 0.05;                  // the share of them of which the answers are known; with overlap at most 1
    std::vector<AuditStage> stages{AuditStage::Sound, AuditStage::Pictures};
    bool mayAddEvents = false;
    QueueOptions queue;
    std::string split; // empty: all clips
    std::uint64_t seed = 1;
};

enum class PageKind { Own, Shared, Gold };

// Which pair of a page's clip stood first in the queue, and so brought the clip into the plan.
struct PageReason {
    int event = 0;
    bool isLabelled = false; // when the plan was made
    bool isControl = false;  // drawn at random

    friend bool operator==(const PageReason &, const PageReason &) = default;
};

struct PlannedPage {
    TaskPage page;
    PageKind kind = PageKind::Own;
    std::optional<PageReason> reason = std::nullopt; // none of gold, and of plans made before it was kept

    friend bool operator==(const PlannedPage &, const PlannedPage &) = default;
};

struct PlannedTask {
    std::string annotator;
    std::vector<PlannedPage> pages; // in the order in which they are asked

    friend bool operator==(const PlannedTask &, const PlannedTask &) = default;
};

struct AuditPlan {
    std::string id; // of its content: the same project, options and seed give the same
    std::vector<AuditStage> stages;
    bool mayAddEvents = false;
    std::string order; // its name, for the lead
    std::vector<PlannedTask> tasks;
    std::map<AuditedPair, bool> gold; // whether it is heard, of each pair of a gold page

    friend bool operator==(const AuditPlan &, const AuditPlan &) = default;
};

// Pages are clips with all their labels, in the queue's order; a pair of the queue that is no label is asked as well. A
// clip that an earlier plan asks, or all of whose pairs are judged, is left out. Which pages are shared, which clips
// are gold and where they stand is drawn with the seed. Gold are clips of which every label was adjudicated, or judged
// alike by two annotators or more. Fewer pages, and fewer gold ones, where there are no more. `material`: of the split.
// Errors: Inconsistent (names that are empty or alike, shares out of range, no stage, no page at all), those of Project
// and auditQueue().
[[nodiscard]] Result<AuditPlan> makePlan(const Project &project, const AuditMaterial &material,
                                         const PlanOptions &options);

// The same of what the project has by now, calibrated with the plan's seed. Errors also: those of auditMaterial().
[[nodiscard]] Result<AuditPlan> makePlan(const Project &project, const PlanOptions &options, std::stop_token stop = {});

// Writes the tasks into `folder`, which is made where it is not, and adds the plan to the project; answers the files.
// Nothing stays of the files where one cannot be written. Errors: Inconsistent (a file is there already), Unreadable.
[[nodiscard]] Result<std::vector<std::filesystem::path>> handOut(Project &project, const AuditPlan &plan,
                                                                 const std::filesystem::path &folder);

// In the order in which they were made; of clips and events that the project still has. Errors: those of Project;
// Malformed.
[[nodiscard]] Result<std::vector<AuditPlan>> plansOf(const Project &project);

} // namespace tagscope
