// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/fusion/decision.h"

namespace tagscope {

// What an event's row is decided from.
[[nodiscard]] Decision decisionOf(const EventResult &event);
// Takes up what both branches say, at the row's own weight, threshold and calibration.
void decide(EventResult &event);

// The fused probabilities and tags of an analysed clip anew, for other weights and thresholds, one of each an event of
// its settings: immediate.
void applyOperatingPoint(ClipAnalysis &clip, const OperatingPoint &point);

} // namespace tagscope
