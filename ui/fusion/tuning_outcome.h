// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/tuning_service.h"

#include <QString>

// What came of a tuning, in words.
namespace tagscope::ui {

[[nodiscard]] QString methodText(TuningMethod method);

// What the best is worth on new clips, in a line that stands large; empty for too few clips.
[[nodiscard]] QString estimateText(const TuningEnd::Outcome &outcome);

// The figure on the clips that were tuned on, the others that were tried, and what to know before believing it.
[[nodiscard]] QString outcomeText(const TuningEnd::Outcome &outcome);

} // namespace tagscope::ui
