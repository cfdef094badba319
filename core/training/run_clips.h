// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/training/feature_store.h"
#include "core/training/project_training.h"

#include <cstddef>
#include <vector>

namespace tagscope {

// The clips that a run learns from and is validated on, with their places in the feature store: the training split's
// first, each split in the order of the clips' ids.
struct RunClips {
    std::vector<ClipId> ids;
    std::vector<std::size_t> rows; // of the store
    TrainingClips counts;
};

// Of clips that were chosen, in their order.
[[nodiscard]] RunClips runClipsOf(const ClipChoice &clips, const FeatureStore &store);
// Of the project's two splits.
[[nodiscard]] Result<RunClips> runClips(const Project &project, const FeatureStore &store);

} // namespace tagscope
