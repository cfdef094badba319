// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <string_view>
#include <vector>

namespace tagscope {

// Means every clip of a project, whatever its split, where no split is called so.
inline constexpr std::string_view kAllSplits = "all";

// The clips of a split, or all. Errors: those of Project.
[[nodiscard]] inline Result<std::vector<Clip>> clipsOfSplit(const Project &project, std::string_view split) {
    Result<std::vector<Clip>> clips = project.clips(split);
    if (clips && clips->empty() && split == kAllSplits)
        return project.clips();
    return clips;
}

} // namespace tagscope
