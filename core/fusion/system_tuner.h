// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/cross_validation.h"
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"
#include "core/fusion/tuning_step.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

// All ways of making an operating point.
namespace tagscope {

enum class TuningMethod {
    Paper,     // thresholds class by class, then at random to a fixed point (section 3.3)
    Exact,     // the best thresholds there are
    Joint,     // the best weights and thresholds there are, together
    Calibrated // a calibrated probability for each event, one threshold for all
};

// "paper", "exact", "joint", "calibrated".
[[nodiscard]] std::string_view nameOf(TuningMethod method);
[[nodiscard]] std::optional<TuningMethod> tuningMethodNamed(std::string_view name);

struct SystemTuning {
    TuningMethod method = TuningMethod::Paper;
    // For Paper and Exact, the weights to tune thresholds for, one an event. Empty: the paper's rule (section 3.4), or
    // the branch that is there.
    std::vector<double> videoWeight = {};
    std::uint64_t seed = 1; // of the paper's order, of the folds and of the bootstrap
    unsigned threads = 1;   // for Joint, and for folds
    // The point that an event without a positive clip keeps its threshold and weight of; there is nothing to tune them
    // on. Empty: kUntunedThreshold, and the paper's weight of the branch that is not better.
    OperatingPoint before = {};
};

inline constexpr double kUntunedThreshold = 0.5;

struct TunedSystem {
    OperatingPoint point;
    double microF1 = 0.0;                // on the clips it was tuned on
    std::optional<double> stage1MicroF1; // of thresholds tuned class by class; Paper and Exact only
    std::vector<Counts> counts;          // one an event, on the clips it was tuned on

    // Events without a positive clip, which keep what they had.
    [[nodiscard]] std::vector<std::size_t> untuned() const;
};

// Tunes. An event that no clip has keeps its threshold: "never", which fits these clips best, would be for ever.
// The others are tuned as if it were not there.
// A clip that lacks a branch counts with the other branch's scores; one that lacks both is never tagged.
// Errors: those of the tuners; Inconsistent (Joint with a branch that no clip has; a weight outside [0, 1]).
[[nodiscard]] Result<TunedSystem> tuneSystem(const TuningTables &tables, const SystemTuning &how,
                                             const TuningObserver &observe = {}, std::stop_token stop = {});

} // namespace tagscope
