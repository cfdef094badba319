// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// An event's clip as both branches see it.
struct BranchPair {
    double audio = 0.0; // finite, as is video
    double video = 0.0;
    bool isPositive = false;
};

// The best that weight and threshold can do with a number of predictions.
struct WeightedChoice {
    std::int64_t predicted = 0;
    std::int64_t truePositives = 0;
    double videoWeight = 0.0;
    double stretch = 0.0; // length of the interval of weights, around videoWeight, on which it is the same
};

struct SweepLimits {
    std::int64_t mostPredicted = 0; // more are of no interest
    double narrowest = 0.0;         // stretches of weights below it are passed over
    unsigned threads = 1;
};

// For each number of predictions up to the limit that some weight and threshold reach, the choice with the most true
// positives (of equals the longest stretch), from 0 predictions on; those that another choice of fewer predictions
// equals are left out. Thresholds stand just below a positive clip: one below a negative clip is never better.
// Empty where stopped.
[[nodiscard]] std::vector<WeightedChoice> sweepWeights(std::span<const BranchPair> clips, const SweepLimits &limits,
                                                       const std::stop_token &stop);

} // namespace tagscope
