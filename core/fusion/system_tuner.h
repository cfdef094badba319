// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/cross_validation.h"
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"
#include "core/fusion/tuning_step.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

// All ways of making an operating point, with what it is worth.
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
    unsigned threads = 1;   // for Joint
};

struct TunedSystem {
    OperatingPoint point;
    double microF1 = 0.0;                // on the clips it was tuned on
    std::optional<double> stage1MicroF1; // of thresholds tuned class by class; Paper and Exact only
    std::vector<Counts> counts;          // one an event, on the clips it was tuned on
};

// Tunes. A clip that lacks a branch counts with the other branch's scores; one that lacks both is never tagged.
// Errors: those of the tuners; Inconsistent (Joint with a branch that no clip has; a weight outside [0, 1]).
[[nodiscard]] Result<TunedSystem> tuneSystem(const TuningTables &tables, const SystemTuning &how,
                                             const TuningObserver &observe = {}, std::stop_token stop = {});

inline constexpr int kFolds = 5;
inline constexpr std::size_t kFewestClipsForFolds = 2 * kFolds;

// What a way of tuning is worth on clips that it has not seen.
struct HeldOutEstimate {
    double microF1 = 0.0; // by kFolds-fold nested cross-validation
    Interval interval;    // 95 %, bootstrap over the clips
    // From the paper's procedure with its own rule for the weights, on the same folds; nothing where that is what was
    // tuned.
    std::optional<F1Difference> overPaper;
};

// Deals the clips into folds and repeats the tuning on each. Nothing for fewer than kFewestClipsForFolds clips.
// Errors: those of tuneSystem().
[[nodiscard]] Result<std::optional<HeldOutEstimate>> heldOutOf(const TuningTables &tables, const SystemTuning &how,
                                                               const TuningObserver &observe = {},
                                                               std::stop_token stop = {});

struct AppraisedSystem {
    TunedSystem tuned;
    Interval interval;                      // of tuned.microF1: 95 %, bootstrap over the clips that it was tuned on
    std::optional<HeldOutEstimate> heldOut; // nothing for too few clips, or where it was not asked for
};

// Tunes, and says how sure the figure is; with `withHeldOut` also what it is worth, which takes longer than the tuning.
// Errors: those of tuneSystem().
[[nodiscard]] Result<AppraisedSystem> tuneAndAppraise(const TuningTables &tables, const SystemTuning &how,
                                                      bool withHeldOut, const TuningObserver &observe = {},
                                                      std::stop_token stop = {});

} // namespace tagscope
