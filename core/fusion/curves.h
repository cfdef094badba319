// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/metrics.h"
#include "core/fusion/threshold_cuts.h"

#include <cstddef>
#include <span>
#include <vector>

// What a threshold does to one event, exactly: precision-recall and F1-over-threshold curves are read off these points.
namespace tagscope {

// What is predicted at `threshold` (score >= threshold): a distinct score of the event, or +infinity. Nothing changes
// until the next lower point's threshold, so that a curve over the threshold is a staircase.
struct CurvePoint {
    double threshold = 0.0;
    Counts counts;

    friend bool operator==(const CurvePoint &, const CurvePoint &) = default;
};

// One point for each distinct score, from the highest, after a first one at +infinity that predicts none; the last
// predicts all. Recall never falls from point to point. Precision and recall are those of scikit-learn's
// precision_recall_curve, but for the first point, where it has a precision of 1 and a ratio over nothing is 0 here.
// Scores finite. O(N log N).
[[nodiscard]] std::vector<CurvePoint> countsOverThreshold(std::span<const LabelledScore> clips);
// Of column `event` of both; shapes equal.
[[nodiscard]] std::vector<CurvePoint> countsOverThreshold(const Matrix &scores, const BinaryTable &truth,
                                                          std::size_t event);

// The index of the point that holds at `threshold`: the last one whose threshold is not below it. O(log N).
[[nodiscard]] std::size_t pointAt(std::span<const CurvePoint> curve, double threshold);

// The index of the point with the best F1; of equals the one that predicts fewest. 0 where none predicts rightly.
[[nodiscard]] std::size_t bestPoint(std::span<const CurvePoint> curve);

} // namespace tagscope
