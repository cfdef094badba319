// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace tagscope {

struct Interval {
    double low = 0.0;
    double high = 0.0;

    friend bool operator==(const Interval &, const Interval &) = default;
};

struct BootstrapOptions {
    int draws = 2000;    // the ends of a 95 % interval then lie between the 50th and 51st of the sorted draws
    double level = 0.95; // of the interval
    std::uint64_t seed = 1;
};

// Where the figures of a system would fall with other clips of the same kind.
struct F1Intervals {
    Interval micro;
    Interval macro;
    std::vector<Interval> events; // F1 of each
};

// Percentile bootstrap over clips (Efron 1979): clips are drawn anew with replacement, as many as there are, and the
// figures are computed of each draw; the interval is what the middle `level` of them span. `truth` and `predicted`
// have the same shape. O(draws x (clips + tags)). Error: Cancelled.
[[nodiscard]] Result<F1Intervals> bootstrapF1(const BinaryTable &truth, const BinaryTable &predicted,
                                              const BootstrapOptions &options = {}, std::stop_token stop = {});

// F1 of a system less that of another on the same clips.
struct F1Difference {
    double difference = 0.0; // on the clips as they are
    Interval interval;
    double notAbove = 0.0; // share of the draws in which the first system is not better
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
[[nodiscard]] Result<F1Differences> bootstrapDifferences(const BinaryTable &truth, const BinaryTable &first,
                                                         const BinaryTable &second,
                                                         const BootstrapOptions &options = {},
                                                         std::stop_token stop = {});

} // namespace tagscope
