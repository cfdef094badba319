// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// Sum over the columns of the smallest value in the chosen rows; 0 for no chosen rows.
[[nodiscard]] double medianCost(const Matrix &dissimilarities, std::span<const int> chosen);

// The position in `chosen` of the row that is nearest to each column, ties to the earlier. `chosen` is not empty.
[[nodiscard]] std::vector<int> nearestOf(const Matrix &dissimilarities, std::span<const int> chosen);

// Adds the row that lowers the cost the most, ties to the earlier, until there are `count` (at most all) of them.
void addGreedily(const Matrix &dissimilarities, std::size_t count, std::vector<int> &chosen);

// Swaps a chosen row for another as long as that lowers the cost (PAM: Kaufman and Rousseeuw 1990). Ends early, with
// what it has, where stop is requested.
void improveBySwaps(const Matrix &dissimilarities, std::vector<int> &chosen, const std::stop_token &stop);

} // namespace tagscope
