// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/clip_table.h"

#include <span>
#include <vector>

namespace tagscope {

// The clips' ids, in their order.
[[nodiscard]] inline std::vector<ClipId> idsOf(std::span<const Clip> clips) {
    std::vector<ClipId> ids;
    ids.reserve(clips.size());
    for (const Clip &clip : clips)
        ids.push_back(clip.id);
    return ids;
}

} // namespace tagscope
