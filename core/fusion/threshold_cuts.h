// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tagscope {

// All the ways in which one threshold can divide an event's clips, a clip being predicted where score >= threshold.
// Cut 0 predicts none, cut i the clips of the i highest distinct scores, the last cut all.
struct ThresholdCuts {
    std::vector<double> threshold;           // +infinity, the midpoints between neighbouring scores, -infinity
    std::vector<std::int64_t> predicted;     // clips predicted; rises strictly
    std::vector<std::int64_t> truePositives; // of them
    std::int64_t positives = 0;

    [[nodiscard]] std::size_t size() const { return threshold.size(); }
    [[nodiscard]] Counts countsAt(std::size_t cut) const;
};

struct LabelledScore {
    double score = 0.0; // finite
    bool isPositive = false;
};

// Of an event's clips, in any order. O(N log N).
[[nodiscard]] ThresholdCuts thresholdCuts(std::vector<LabelledScore> clips);
// Of column `event` of both; shapes equal, scores finite.
[[nodiscard]] ThresholdCuts thresholdCuts(const Matrix &scores, const BinaryTable &truth, std::size_t event);

// What the other events add to the two sums that F1 is made of.
struct OtherEvents {
    std::int64_t truePositives = 0;
    std::int64_t predictedAndPositives = 0;
};

// The cut with the greatest (truePositives of the cut and others) / (predicted + positives of the cut and others),
// which is half of F1; of equals the one that predicts fewest. Exact: compared as fractions of integers. O(cuts).
[[nodiscard]] std::size_t bestCut(const ThresholdCuts &cuts, const OtherEvents &others);

} // namespace tagscope
