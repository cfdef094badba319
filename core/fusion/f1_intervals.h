// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/metrics.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// An event with fewer positives says little about F1, whatever the interval.
inline constexpr std::int64_t kFewPositives = 5;
[[nodiscard]] bool isFew(const Counts &counts);

// Where an event's F1 lies, given what was counted: the middle of the posterior of Goutte and Gaussier (2005),
// F = U / (U + V) with U ~ Gamma(TP + 1/2, 2) and V ~ Gamma(FP + FN + 1, 1), exactly by the incomplete beta function.
// From 0 where nothing was found, up to 1 where nothing was wrong. A bootstrap fails for few positives: with none
// found it says "0 to 0".
[[nodiscard]] Interval posteriorF1(const Counts &counts, double level = BootstrapOptions().level);

// Of a share, right of all: Jeffreys' interval, from 0 for none and up to 1 for all.
[[nodiscard]] Interval posteriorShare(std::int64_t right, std::int64_t all, double level = BootstrapOptions().level);

// Of macroF1(): events are drawn from their posteriors, those that never occur left out.
[[nodiscard]] Interval posteriorMacroF1(std::span<const Counts> perEvent, const BootstrapOptions &options = {});

// Where the figures of a system with fixed weights and thresholds would fall with other clips of the same kind.
struct F1Intervals {
    Interval micro;               // bootstrapMicroF1()
    Interval macro;               // posteriorMacroF1()
    std::vector<Interval> events; // posteriorF1()
};

// `truth` and `predicted` have the same shape. Error: Cancelled.
[[nodiscard]] Result<F1Intervals> f1Intervals(const BinaryTable &truth, const BinaryTable &predicted,
                                              const BootstrapOptions &options = {}, const std::stop_token &stop = {});

} // namespace tagscope
