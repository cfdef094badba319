// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/read_regions.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// Raven's selection tables, BirdNET's too: tab-separated under a header, of which only "Begin Time (s)" and "End Time
// (s)" have to be there. The labels are in the column that was asked for; else in that of a usual name (Annotation,
// Species, Common Name …) or any other that holds the project's events; where several could be it the file is refused,
// naming them. Frequencies below 0 are none, and a box of full height is none. Rows that agree in number, file and
// times are views of one selection. Of a table about several files ("Begin Path" or "Begin File") the times are in the
// file where "File Offset (s)" says so, else as they stand. Columns that are not read are named in a note. Errors:
// Unreadable, Malformed (columns missing, no row is a selection), Inconsistent (which column?).
[[nodiscard]] Result<ReadRegions> readRavenTable(const std::filesystem::path &file, const RegionReading &reading = {});

// The text of a table about one recording: selections of one spectrogram view, the labels in a column "Annotation". A
// label without frequencies reaches from 0 to kFullHeightHz, as Raven wants a box.
inline constexpr double kFullHeightHz = 22050.0; // half of the usual sample rate
[[nodiscard]] std::string ravenText(const std::vector<TimedLabel> &labels);

} // namespace tagscope
