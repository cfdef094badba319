// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/training/feature_block.h"
#include "core/training/feature_plan.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace tagscope {

// What a feature store has in the end.
struct FeatureSummary {
    std::size_t blocks = 0;
    std::size_t clips = 0; // with features
    std::vector<OmittedClip> omitted;
    std::uint64_t statisticsFrames = 0; // of sound, that the bands' statistics are of
};

// Checks that all blocks of the project's features are there and right, and writes index.json, after which
// FeatureStore::open() opens them. The bands' statistics are those of the training split, as the splits are now (a
// block whose clips have changed their split is read again for them). Needs no media.
// `withChecksums`: verifies the bytes of all arrays too, on so many threads.
// Errors: Inconsistent, naming the blocks that are missing, of other clips or damaged; Inconsistent where no clip at
// all has features; Unreadable; Cancelled.
[[nodiscard]] Result<FeatureSummary> mergeFeatures(const Project &project, bool withChecksums, int threads,
                                                   const ClipProgress &progress = {}, std::stop_token stop = {});
[[nodiscard]] Result<FeatureSummary> mergeFeatures(const FeaturePlan &plan, bool withChecksums, int threads,
                                                   const ClipProgress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
