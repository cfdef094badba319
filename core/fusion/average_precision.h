// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <optional>
#include <span>

namespace tagscope {

// Average precision of an event: the sum over the distinct scores, from the highest, of the recall that is gained at
// each times the precision there, as scikit-learn's average_precision_score. Nothing where no clip is positive.
// Shapes equal, scores finite. O(N log N).
[[nodiscard]] std::optional<double> averagePrecision(const Matrix &scores, const BinaryTable &truth, std::size_t event);

// The mean over the events that have one; nothing where none has.
[[nodiscard]] std::optional<double> meanAveragePrecision(std::span<const std::optional<double>> perEvent);

} // namespace tagscope
