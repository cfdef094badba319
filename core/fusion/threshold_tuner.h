// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/fusion/tuning_step.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace tagscope {

// Thresholds tuned for micro F1, and how well they do on the data they were tuned on.
struct TunedThresholds {
    std::vector<double> threshold; // one an event; +infinity: never predicted
    double microF1 = 0.0;
    double stage1MicroF1 = 0.0; // after tuning each event alone for its own F1
    std::vector<Counts> counts; // one an event
};

// The paper's procedure (section 3.3): each event's threshold for the best class F1; then events are taken at random
// from a list of all and re-tuned for the best micro F1 with the others fixed; a change puts all others back on the
// list; it ends with the list. Candidates: midpoints between neighbouring distinct scores, and plus and minus infinity;
// ties go to fewer predictions. Run to this fixed point the result is globally optimal; the seed sets the path only.
// `scores`: clips x events, finite. Errors: Inconsistent (shapes differ, a score is not finite), Cancelled.
[[nodiscard]] Result<TunedThresholds> tuneThresholdsAsPaper(const Matrix &scores, const BinaryTable &truth,
                                                            std::uint64_t seed, const TuningObserver &observe = {},
                                                            std::stop_token stop = {});

} // namespace tagscope
