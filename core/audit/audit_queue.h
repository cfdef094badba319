// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_scores.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tagscope {

struct QueueOptions {
    QueueOrder order = QueueOrder::SeenNotHeard;
    std::optional<std::size_t> event; // pairs of this event only
    std::size_t controlEvery = 10;    // each so-manieth row is a control drawn at random; 0: none
    bool holdBackDuplicates = true;
    std::uint64_t seed = 1;
};

// A pair to be judged. Whether it is a control is not to be shown to who judges it.
struct QueueRow {
    std::size_t clip = 0;
    std::size_t event = 0;
    double value = 0.0; // of the order's formula, also of controls where it can be computed
    bool isControl = false;
    std::size_t place = 0; // in the order as it is without controls

    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};

struct AuditQueue {
    std::vector<QueueRow> rows;
    std::vector<ScoredPair> heldBack; // nearly the same clip stands in the queue already, for the same event
};

// The pairs in the order, with controls mixed in: pairs that the order is about, drawn at random with the same chance
// each, so that what is found among them tells how much the order is better than none. No pair stands twice.
// `groups`: one number a clip, equal ones for clips that are nearly the same. Deterministic.
[[nodiscard]] AuditQueue makeQueue(const AuditScores &scores, const std::vector<std::size_t> &groups,
                                   const QueueOptions &options);

// Clips that are nearly the same: of one recording, or with the same probabilities of both branches to within
// `tolerance` (a recording that was uploaded twice). `recordings`: one name a clip, empty where unknown. The number of
// a group is that of its first clip.
[[nodiscard]] std::vector<std::size_t> nearDuplicates(const std::vector<std::string> &recordings, const Matrix &audio,
                                                      const Matrix &video, float tolerance = 1e-4F);

} // namespace tagscope
