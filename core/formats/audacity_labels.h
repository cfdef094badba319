// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/read_regions.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// Audacity's label tracks: tab-separated onset, offset and text, a point with both times equal; a line of a backslash
// after a label holds its range of frequencies. Blank lines are none; decimal commas are read.
// Errors: Unreadable, Malformed (no text, or no row is a label).
[[nodiscard]] Result<ReadRegions> readAudacityLabels(const std::filesystem::path &file,
                                                     const RegionReading &reading = {});

// The text of such a file, times to the microsecond. Tabs and line ends in labels become blanks.
[[nodiscard]] std::string audacityText(const std::vector<TimedLabel> &labels);

} // namespace tagscope
