// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"

namespace tagscope {

// What every tuner asks of its input: the shapes of scores and labels are the same and each score is finite.
// Error: Inconsistent, naming what differs, or clip and event counted from 1.
[[nodiscard]] Result<void> checkScores(const Matrix &scores, const BinaryTable &truth);

} // namespace tagscope
