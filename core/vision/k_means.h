// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <stop_token>
#include <vector>

namespace tagscope {

// The pictures nearest to the centres of `count` clusters, ascending (fewer where pictures coincide). Lloyd's algorithm
// on distances alone: with squared distances s, the centre of a cluster S is at
//   mean_{a in S} s(a, i) - mean_{a, b in S} s(a, b) / 2
// from picture i, exact for Euclidean distances. Begins with the picture nearest to the mean of all and then the
// farthest from those chosen, so that it is the same each time. `count` is at least 1.
[[nodiscard]] std::vector<int> kMeansPictures(const Matrix &dissimilarities, std::size_t count,
                                              const std::stop_token &stop);

} // namespace tagscope
