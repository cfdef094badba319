// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_plan.h"
#include "core/audit/confident_joint.h"
#include "core/audit/queue_precision.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// How far a team is, for the lead. An answer is one annotator's standing verdict on a pair at a stage.
namespace tagscope {

struct AnnotatorProgress {
    std::string annotator;
    std::size_t planned = 0;       // answers that the plans ask for: pairs of all pages, at each stage
    std::size_t done = 0;          // of them
    std::size_t beyond = 0;        // answers that no plan asks for, such as what is heard and not labelled
    std::optional<double> perHour; // answers, pauses of more than two minutes aside; nothing of fewer than two answers
    Share unsure;                  // of all answers
    Share asOthers;           // of yes and no: the same as another's on the same pair, stage and axis, each counted
    Share asGold;             // of what is heard on gold pairs: as it is known
    std::size_t changes = 0;  // entries after the first of a pair and stage, taken back ones included
    std::size_t informed = 0; // answers

    [[nodiscard]] std::size_t left() const { return planned - done; }
};

struct EventProgress {
    std::string event;
    std::size_t planned = 0; // answers, of all annotators
    std::size_t done = 0;
    Share unsure;
    std::size_t differing = 0; // pairs on which annotators answer differently
};

// What an order claims, measured so far: of the pairs that brought their clips into the plans, how many labels are
// wrong, as of queuePrecision().
struct OrderProgress {
    std::string order;   // its name
    JudgedRows ordered;  // that the order put there
    JudgedRows controls; // that were drawn at random
};

struct AuditProgress {
    std::vector<AnnotatorProgress> annotators; // of a plan or a verdict, in the order of the alphabet
    std::vector<EventProgress> events;         // that are asked or judged, in the project's order
    std::vector<OrderProgress> orders;         // of the plans, in the order of the alphabet
};

// Adjudications are no annotator's answers. Errors: those of Project; Malformed (damaged plans).
[[nodiscard]] Result<AuditProgress> auditProgress(const Project &project);
[[nodiscard]] AuditProgress auditProgress(const std::vector<AuditPlan> &plans, const std::vector<Verdict> &history,
                                          const std::vector<std::string> &events);

} // namespace tagscope
