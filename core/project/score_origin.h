// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <string>

namespace tagscope {

// The setting under which a project keeps what a source of scores was made of that was imported, or made by another
// program's network: JSON.
[[nodiscard]] inline std::string originSetting(const ScoreSource &source) {
    return std::string("scores.") + (source.branch == Branch::Audio ? "audio." : "video.") + source.name;
}

} // namespace tagscope
