// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tagscope {

// `count` of the clips of `labels`, balanced over the events: the clips are shuffled (mt19937_64 of `seed`,
// Fisher-Yates); then, again and again, the event of which the fewest clips were drawn so far and some are left (the
// first of equals) gets the next clip in shuffled order that carries it. Once no labelled clip is left, the next ones
// of any kind. Indices in ascending order. The paper calls its 1,142 clips balanced and does not say which they were.
// Error: Inconsistent where no clip would be left for training.
[[nodiscard]] Result<std::vector<std::size_t>> drawBalanced(const BinaryTable &labels, std::size_t count,
                                                            std::uint64_t seed);

} // namespace tagscope
