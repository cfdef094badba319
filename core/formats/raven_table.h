// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/timed_labels.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// Raven's selection tables: tab-separated under a header. Of the columns only "Begin Time (s)" and "End Time (s)" have
// to be there. Labels are in the column `labelColumn`, or where that is empty in the last one that Raven does not make
// itself; without one they are empty. Frequencies below 0 are none. Raven lists a selection once for each view: of rows
// with the same number the one of a spectrogram counts. Of a table about several files ("Begin Path" or "Begin File")
// the times are in the file where "File Offset (s)" says so, else as they stand.
// Errors, with file, line and column: Unreadable, Malformed (columns missing, a time that is none, an end before its
// begin).
[[nodiscard]] Result<std::vector<TimedLabel>> readRavenTable(const std::filesystem::path &file,
                                                             std::string_view labelColumn = {});

// The text of a table about one recording: selections of one spectrogram view in channel 1, the labels in a column
// "Event". A label without frequencies reaches from 0 to `highest` Hz, as Raven wants a box.
[[nodiscard]] std::string ravenText(const std::vector<TimedLabel> &labels, double highest);

} // namespace tagscope
