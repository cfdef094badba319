// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/queue_precision.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tagscope {

// How many of the labels are wrong, from what annotators said of a queue: Horvitz and Thompson's (1952) estimate over
// the chance with which each pair came to be judged. Pairs that come no later in the order than its last row that was
// judged came for certain, whether the order or a control brought them; the others only as random controls,
// each of which stands for as many pairs as there are for each of them. Of the order "random" every row is one that was
// drawn. What was skipped or could not be decided is left out, as if it were like the rest of its kind.
struct NoiseEstimate {
    std::optional<int> event;    // nothing: of all
    std::int64_t pairs = 0;      // labelled ones, which the estimate is about
    Share ordered;               // of what the order put there and was decided: wrong ones
    Share controls;              // of the controls that were decided: wrong ones
    std::optional<double> wrong; // of all pairs; nothing where no control was decided
    Interval interval{0.0, 1.0}; // 95 %, of Wilson for the controls; the certain part adds no doubt
};

// Of all first, then one an event that has labels. `queue`: of the material, with these options, about labelled pairs;
// nothing for the orders that are not (heard, not labelled; uncertain) and for strata, whose chances differ.
// `standing`: as of standingVerdicts().
[[nodiscard]] std::vector<NoiseEstimate> estimateNoise(const AuditMaterial &material, const AuditQueue &queue,
                                                       QueueOrder order, const std::vector<Verdict> &standing);

} // namespace tagscope
