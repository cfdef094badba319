// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

struct Interval {
    double low = 0.0;
    double high = 0.0;

    friend bool operator==(const Interval &, const Interval &) = default;
};

// What the middle `level` of the values span, between the two nearest of them as NumPy's percentile(). Both ends 0 for
// no values.
[[nodiscard]] Interval middleOf(std::vector<double> values, double level);

struct BootstrapOptions {
    int draws = 2000;    // the ends of a 95 % interval then lie between the 50th and 51st of the sorted draws
    double level = 0.95; // of the interval
    std::uint64_t seed = 1;
};

// What each clip adds to the two sums that micro F1 is the ratio of.
struct F1Parts {
    std::vector<double> above; // 2 TP
    std::vector<double> below; // predicted and positives, which is 2 TP + FP + FN

    [[nodiscard]] double microF1() const; // 0 over nothing
};
[[nodiscard]] double meanMicroF1(std::span<const F1Parts> deals);
[[nodiscard]] F1Parts partsOf(const BinaryTable &truth, const BinaryTable &predicted); // of the same shape

// Where micro F1 would fall with other clips of the same kind: percentile bootstrap over clips (Efron 1979). Clips are
// drawn anew with replacement, as many as there are, and micro F1 is computed of each draw; the interval is what the
// middle `level` of them span. Right for weights and thresholds that are fixed; where they were tuned on these very
// clips it says nothing about others. O(draws x clips). Error: Cancelled.
[[nodiscard]] Result<Interval> bootstrapMicroF1(const F1Parts &parts, const BootstrapOptions &options = {},
                                                const std::stop_token &stop = {});
// Of the same clips as several deals of folds decided about them: each draw takes clips and a deal anew. The mean over
// the deals alone would hide what the deal, that is other clips to tune on, does to the figure.
[[nodiscard]] Result<Interval> bootstrapMicroF1(std::span<const F1Parts> deals, const BootstrapOptions &options = {},
                                                const std::stop_token &stop = {});

// F1 of a system less that of another on the same clips.
struct F1Difference {
    double difference = 0.0; // on the clips as they are
    Interval interval;
    double notAbove = 0.0; // share of the draws in which the first system is not better

    // Whether chance alone may have made it: the interval holds 0.
    [[nodiscard]] bool isWithinChance() const { return interval.low <= 0.0 && interval.high >= 0.0; }
};

// The same of all figures.
struct F1Differences {
    F1Difference micro;
    std::vector<F1Difference> events;
};

// Of micro F1, by the paired bootstrap: each draw has the same clips for both systems, so that what makes clips hard
// for both falls out. Error: Cancelled.
[[nodiscard]] Result<F1Difference> bootstrapDifference(const BinaryTable &truth, const BinaryTable &first,
                                                       const BinaryTable &second, const BootstrapOptions &options = {},
                                                       std::stop_token stop = {});
// Of two ways of deciding in the same deals, of which each draw takes one. The difference is that of the means over the
// deals; as many of both.
[[nodiscard]] Result<F1Difference> bootstrapDifference(std::span<const F1Parts> first, std::span<const F1Parts> second,
                                                       const BootstrapOptions &options = {},
                                                       const std::stop_token &stop = {});
[[nodiscard]] Result<F1Differences> bootstrapDifferences(const BinaryTable &truth, const BinaryTable &first,
                                                         const BinaryTable &second,
                                                         const BootstrapOptions &options = {},
                                                         std::stop_token stop = {});

} // namespace tagscope
