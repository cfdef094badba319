// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/project_audit.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the verdicts say of a queue: how many of the labels that it puts first are wrong, against pairs drawn at random.
namespace tagscope {

// The project's setting that holds how its queue is made.
inline constexpr std::string_view kAuditSetupKey = "audit";

struct AuditSetup {
    QueueOptions queue;
    std::string split; // empty: all clips

    [[nodiscard]] std::optional<std::string_view> chosenSplit() const {
        return split.empty() ? std::nullopt : std::optional<std::string_view>(split);
    }
};
// Fields that are missing or cannot be read, such as an event that the project does not have, keep their defaults.
[[nodiscard]] AuditSetup auditSetupFromJson(std::string_view json, const std::vector<std::string> &events);

// What is to be otherwise than a project's setup has it.
struct AuditSetupChanges {
    std::optional<std::string> split;
    std::optional<QueueOrder> order;
    std::optional<std::string> event; // its name
    std::optional<std::size_t> controlEvery;
    std::optional<bool> holdBackDuplicates;
    std::optional<std::uint64_t> seed;
};
// How the project was set up to be audited, but for the changes. Errors: Inconsistent (no such event), those of
// Project.
[[nodiscard]] Result<AuditSetup> auditSetupOf(const Project &project, const AuditSetupChanges &changes = {});

// A pair that is judged because an order put it there, or because it was drawn at random.
struct RankedPair {
    AuditedPair pair;
    bool isLabelled = false; // the weak label, when the order was made
    bool isControl = false;
};
// The rows of a queue of the material (auditQueue()).
[[nodiscard]] std::vector<RankedPair> rankedPairs(const AuditMaterial &material, const AuditQueue &queue);

// Rows of a queue, as far as they were judged.
struct JudgedRows {
    std::size_t rows = 0;       // that there are
    Share wrong;                // of those that the verdicts decide: labelled and not heard, or heard and not labelled
    std::int64_t undecided = 0; // judged, but without a common answer
};

struct QueuePrecision {
    struct Depth {
        std::size_t first = 0; // so many rows from the front, controls not counted
        JudgedRows judged;
    };
    std::vector<Depth> depths;
    JudgedRows ordered;  // all that the order put there
    JudgedRows controls; // all that were drawn at random
};

inline constexpr std::array<std::size_t, 2> kQueueDepths{50, 200};

// `queue`: of the material (auditQueue()), with the options that it had when it was judged: the same material and
// options give the same rows. `standing`: as of standingVerdicts(). `depths`: ascending. The controls estimate the
// share of wrong labels among all pairs that the order is about, but for those that it had put before a control was
// drawn: where it is good and the queue nearly done, they find too few.
[[nodiscard]] QueuePrecision queuePrecision(const AuditMaterial &material, const AuditQueue &queue,
                                            const std::vector<Verdict> &standing,
                                            std::span<const std::size_t> depths = kQueueDepths);

// The same of pairs whose material is not at hand, in the order in which they are asked.
[[nodiscard]] QueuePrecision queuePrecision(std::span<const RankedPair> ranked, const std::vector<Verdict> &standing,
                                            std::span<const std::size_t> depths = kQueueDepths);

// Labels that the audited truth (auditedLabels()) has otherwise than the weak one.
struct LabelChanges {
    std::int64_t decided = 0; // pairs of which the verdicts say whether they are heard
    std::int64_t removed = 0; // labelled, and not heard
    std::int64_t added = 0;   // not labelled, and heard
};
// One an event, over the material's clips.
[[nodiscard]] std::vector<LabelChanges> labelChanges(const AuditMaterial &material,
                                                     const std::vector<Verdict> &standing);

} // namespace tagscope
