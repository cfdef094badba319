// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/fusion/threshold_tuner.h"
#include "core/fusion/tuning_step.h"

#include <stop_token>

namespace tagscope {

// The thresholds of the greatest micro F1 there is on these clips, directly (Dinkelbach 1967): for a given F every
// event takes the cut that maximises 2 TP - F predicted, F becomes the micro F1 of these cuts, until it rises no more:
// five or six rounds. In integers, so exact; candidates and ties as tuneThresholdsAsPaper(), whose fixed point has the
// same micro F1. `stage1MicroF1` is that of each event tuned alone.
// Errors: Inconsistent (shapes differ, a score is not finite), Cancelled.
[[nodiscard]] Result<TunedThresholds> tuneThresholdsExactly(const Matrix &scores, const BinaryTable &truth,
                                                            const TuningObserver &observe = {},
                                                            std::stop_token stop = {});

} // namespace tagscope
