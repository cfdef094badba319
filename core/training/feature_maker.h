// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/shard.h"
#include "core/training/feature_merge.h"
#include "core/training/feature_plan.h"
#include "core/training/feature_store.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// Only in builds with media.
namespace tagscope {

struct FeatureOptions {
    std::optional<FeaturePrecision> precision; // that of the features there are, else float16
    int threads = 1;
    bool withChecksums = false; // verify the bytes of what is there already, too
    Shard shard = {};           // of the blocks, for several processes, on several machines even
};

// What was done for the blocks of a shard.
struct FeatureReport {
    std::size_t blocks = 0;
    std::size_t madeBlocks = 0;       // now; the others were there and right
    std::size_t madeClips = 0;        // in them
    std::size_t clips = 0;            // with features, in all blocks of the shard
    std::vector<std::string> damaged; // a sentence for each block that was damaged and made anew
    // Arrays that were kept beside a new one that holds fewer clips: as long as media are away they are all there is.
    std::vector<std::filesystem::path> setAside;
    std::vector<OmittedClip> omitted;
};

// Makes the log-mel features of all clips of a project that have sound, block by block, in its featureDirectory().
// Blocks that are there and right are kept, so that a second run goes on where the first was stopped or killed. A clip
// that cannot be decoded is left out and named in the report; it is not an error. Needs the project for reading only.
// Until mergeFeatures() has written the index, FeatureStore::open() does not see the new blocks.
// Errors: those of planFeatures(); Unreadable where a block cannot be written; Inconsistent for a shard that cannot be;
// Cancelled.
[[nodiscard]] Result<FeatureReport> makeFeatures(const Project &project, const FeatureOptions &options = {},
                                                 const ClipProgress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
