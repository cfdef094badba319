// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/clip_table.h"

#include <span>
#include <string>
#include <vector>

namespace tagscope {

// The names, without a suffix, of the files that are about each of a project's clips: what a file name cannot hold
// becomes "_", and where two would be the same the later one gets "~2" and so on. `clips`: all of the project, so that
// an export of a part has the same names. ClipFinder is the inverse.
[[nodiscard]] std::vector<std::string> fileNamesOf(std::span<const Clip> clips);

} // namespace tagscope
