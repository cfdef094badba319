// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/metrics.h"
#include "core/training/training_settings.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tagscope {

// Which training clips an epoch visits, in order: as many as there are, cut into batches by the trainer. It follows
// from seed and epoch alone.
// Shuffled: each clip once. Balanced: each place gets an event, the events in turn and every round of them in a random
// order, then the next clip of that event, each event's clips in a random order and from the start again when they are
// used up. Clips without a label count as an event of their own.
[[nodiscard]] std::vector<std::size_t> epochOrder(const BinaryTable &labels, std::size_t trainingClips,
                                                  BatchOrder order, std::uint64_t seed, int epoch);

// A seed for the random numbers of one batch: of (seed, epoch, batch), mixed so that neighbours have nothing in common.
[[nodiscard]] std::uint64_t batchSeed(std::uint64_t seed, int epoch, int batch);

} // namespace tagscope
