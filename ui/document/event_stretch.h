// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/document/view_state.h"

#include <optional>

namespace tagscope::ui {

// What of the clip is played for an event: the steps around a time, without a gap, in which its activation reaches its
// threshold t_k; where it does not at that time, or no time is given, those around its maximum; where it does nowhere,
// half a second to each side of the maximum. At least half a second, to be heard as something. Nothing where there are
// no activations.
[[nodiscard]] std::optional<TimeRange> stretchOf(const ClipAnalysis &clip, int event,
                                                 std::optional<Seconds> time = std::nullopt);

} // namespace tagscope::ui
