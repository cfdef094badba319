// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <span>
#include <stop_token>

namespace tagscope {

// A lower bound of the cost of any choice of medians.size() rows, from the dual of DS3 with q = infinity. That is the
// Lagrangian relaxation of the k-median problem, so the bound reaches at most its linear relaxation: often the optimum
// itself. `medians`, a good choice, is where the dual starts. Stops where the bound is within `tolerance` (relative) of
// the cost of `medians`, or the bound no longer rises, or stop is requested: what it has is a bound at all times.
[[nodiscard]] double kMedianBound(const Matrix &dissimilarities, std::span<const int> medians, double tolerance,
                                  const std::stop_token &stop);

} // namespace tagscope
