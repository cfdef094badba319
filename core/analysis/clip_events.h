// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

namespace tagscope {

// The fused probabilities and tags of an analysed clip anew, for other weights and thresholds, one of each an event of
// its settings: immediate.
void applyOperatingPoint(ClipAnalysis &clip, const OperatingPoint &point);

} // namespace tagscope
