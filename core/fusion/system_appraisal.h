// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/cross_validation.h"
#include "core/fusion/system_tuner.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

// What ways of tuning are worth on clips that they have not seen. The micro F1 of a tuned system on the clips that it
// was tuned on has no interval: its thresholds were fitted to the same chance, and a bootstrap over these clips covers
// the truth in hardly any case.
namespace tagscope {

inline constexpr int kFolds = 5;
inline constexpr int kDeals = 10; // as many, unless it would take long
inline constexpr std::size_t kFewestClipsForFolds = 2 * kFolds;

// Deals for so many clips and positives: kDeals, fewer where they would take more than a few seconds, at least one.
// From the size alone, so that the same clips give the same figures on every machine.
[[nodiscard]] int dealsFor(const TuningTables &tables, TuningMethod method);

// By repeated nested cross-validation: the whole tuning is repeated on the other folds of each deal.
struct HeldOutEstimate {
    double microF1 = 0.0; // mean over the deals
    Interval interval;    // 95 %, bootstrap over the clips and the deals
    int deals = 0;
    int folds = 0;
    // From the paper's procedure with its own rule for the weights, in the same deals; nothing where that is what was
    // tuned.
    std::optional<F1Difference> overPaper;
};

// Nothing for fewer than kFewestClipsForFolds clips. Told is each fold. Errors: those of tuneSystem().
[[nodiscard]] Result<std::optional<HeldOutEstimate>> heldOutOf(const TuningTables &tables, const SystemTuning &how,
                                                               const TuningObserver &observe = {},
                                                               const std::stop_token &stop = {});

struct AppraisedSystem {
    TunedSystem tuned;
    std::optional<HeldOutEstimate> heldOut; // nothing for too few clips, or where it was not asked for
};

// Tunes; with `withHeldOut` also says what it is worth, which takes longer than the tuning.
// Errors: those of tuneSystem().
[[nodiscard]] Result<AppraisedSystem> tuneAndAppraise(const TuningTables &tables, const SystemTuning &how,
                                                      bool withHeldOut, const TuningObserver &observe = {},
                                                      const std::stop_token &stop = {});

// One of several ways of tuning, on the same clips and in the same deals.
struct ComparedWay {
    SystemTuning how;
    AppraisedSystem system;
    std::optional<F1Difference> behindBest; // the best one's micro F1 less its own; nothing for the best
};

// The best on new clips first; those that cannot be told from it by these clips say so in `behindBest`. Without an
// estimate, for too few clips, in the order given. Errors: those of tuneSystem().
[[nodiscard]] Result<std::vector<ComparedWay>> compareWays(const TuningTables &tables,
                                                           std::span<const SystemTuning> ways,
                                                           const TuningObserver &observe = {},
                                                           const std::stop_token &stop = {});

// All methods that the clips have scores for, with `how` for the rest.
[[nodiscard]] std::vector<SystemTuning> allWays(const TuningTables &tables, const SystemTuning &how);

} // namespace tagscope
