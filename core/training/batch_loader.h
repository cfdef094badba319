// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <array>
#include <cstddef>
#include <future>
#include <span>
#include <vector>

namespace tagscope {

// Clips that are read and computed at once.
using ClipGroup = std::vector<std::size_t>;

// Cuts each batch of the order into groups of at most `groupSize`; no group belongs to two batches.
[[nodiscard]] std::vector<ClipGroup> groupsOf(std::span<const std::size_t> order, std::size_t batchSize,
                                              std::size_t groupSize);

// Reads features of groups of clips, each ahead of its use, on a thread of its own. Used by one thread.
class BatchLoader {
public:
    // `data` outlives it.
    BatchLoader(const TrainingData &data, std::vector<ClipGroup> groups);
    ~BatchLoader(); // waits for the read that is under way
    BatchLoader(const BatchLoader &) = delete;
    BatchLoader &operator=(const BatchLoader &) = delete;

    [[nodiscard]] bool atEnd() const { return next_ == groups_.size(); }
    // The clips of the group that next() will give; not at the end.
    [[nodiscard]] const ClipGroup &nextGroup() const { return groups_[next_]; }
    // Its features, valid until the call after: clips x frames x bands. Errors: those of TrainingData::read.
    [[nodiscard]] Result<std::span<const float>> next();

private:
    void readAhead();

    const TrainingData &data_;
    std::vector<ClipGroup> groups_;
    std::size_t next_ = 0;
    std::array<std::vector<float>, 2> buffers_; // one is used while the other is filled
    std::future<Result<void>> reading_;         // last, so that it ends before what it fills
};

} // namespace tagscope
