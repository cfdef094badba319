// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/training/feature_block.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace tagscope {

// How far a step is: clips done of all that it has to do. Called from the threads that work, one at a time.
using ClipProgress = std::function<void(std::size_t done, std::size_t clips, std::string_view stage)>;

// Which clips of a project belong in which block of its feature store: all of them in the order of their ids, which
// later clips only continue, so that every machine that looks at the project comes to the same blocks.
struct FeaturePlan {
    std::filesystem::path directory;
    FeatureFormat format;
    std::vector<Clip> clips;

    [[nodiscard]] std::size_t blocks() const { return (clips.size() + kBlockClips - 1) / kBlockClips; }
    [[nodiscard]] std::span<const Clip> clipsOf(std::size_t block) const;
};

// In the precision given, else in that of the blocks there are, else float16. Errors: those of the project;
// Inconsistent where it has no clips.
[[nodiscard]] Result<FeaturePlan> planFeatures(const Project &project, std::optional<FeaturePrecision> precision);

// The block's description where the block is what the plan wants: of its format, clips and media, with an array of the
// right length and header. With `withChecksum` the array's bytes are verified too.
// Errors: Unreadable (there is none), Inconsistent (of other clips, media or another format), Malformed (damaged),
// Cancelled.
[[nodiscard]] Result<FeatureBlock> findBlock(const FeaturePlan &plan, std::size_t block, bool withChecksum,
                                             const std::stop_token &stop);

} // namespace tagscope
