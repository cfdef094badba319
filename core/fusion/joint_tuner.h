// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"
#include "core/fusion/tuning_step.h"

#include <stop_token>
#include <vector>

namespace tagscope {

// Weights and thresholds tuned together, and how well they do on the data they were tuned on.
struct TunedOperatingPoint {
    OperatingPoint point;
    double microF1 = 0.0;
    std::vector<Counts> counts; // one an event
};

// The weights and thresholds of the greatest micro F1 there is on these clips. For a micro F1 of F the events decouple:
// each maximises 2 TP - F predicted over (w, t). An event's best TP for each number of predictions is found by letting
// each positive clip in turn be the last one above the threshold and sweeping w over [0, 1]: another clip is above it
// exactly on an interval of w. One sweep serves all F (Dinkelbach's algorithm, core/fusion/dinkelbach.h).
// A w lies in the middle of the widest stretch on which the choice is the same; stretches shorter than
// kNarrowestStretch are passed over, being nothing that a weight can rely on. Ties go to fewer predictions.
// `audio`, `video`: clips x events, finite; for a clip with one branch only, that branch's scores in both.
// O(positives x clips x log clips) time on `threads` threads, O(clips) memory.
// Told after each event is the best micro F1 with the weights found so far and one branch alone for the other events.
// Errors: Inconsistent (shapes differ, a score is not finite), Cancelled.
inline constexpr double kNarrowestStretch = 1e-6;
[[nodiscard]] Result<TunedOperatingPoint> tuneJointly(const Matrix &audio, const Matrix &video,
                                                      const BinaryTable &truth, unsigned threads = 1,
                                                      const TuningObserver &observe = {}, std::stop_token stop = {});

} // namespace tagscope
