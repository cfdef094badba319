// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/timed_labels.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// Audacity's label tracks: tab-separated onset, offset and text, a point with both times equal; a line of a backslash
// after a label holds its range of frequencies. Times are in the recording.
// Errors, with file and line: Unreadable, Malformed (a time that is none, an offset before its onset, frequencies
// without a label).
[[nodiscard]] Result<std::vector<TimedLabel>> readAudacityLabels(const std::filesystem::path &file);

// The text of such a file, times to the microsecond. Tabs and line ends in labels become blanks.
[[nodiscard]] std::string audacityText(const std::vector<TimedLabel> &labels);

} // namespace tagscope
