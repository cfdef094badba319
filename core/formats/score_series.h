// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/seconds.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// The scores of a clip over time, as the program sed_scores_eval reads them: a tab-separated table with the header
// onset, offset and the events, a row a window, each window beginning where the one before ends.
struct ScoreSeries {
    std::vector<std::string> events;
    std::vector<double> bounds; // seconds, ascending; one more than windows
    Matrix scores;              // windows x events, in [0, 1]
};

// Windows of one length from `first` on, to a microsecond.
[[nodiscard]] std::vector<double> windowBounds(std::size_t windows, Seconds hop, Seconds first = Seconds(0));

// Error: Inconsistent for the name of an event that holds a tab or line end.
[[nodiscard]] Result<std::string> scoreSeriesText(const ScoreSeries &series);

// Windows that part by no more than rounding (2 ms) follow one another. Errors, with file and line: Unreadable,
// Malformed (another header, a number that is none, a score outside [0, 1], windows with gaps).
[[nodiscard]] Result<ScoreSeries> readScoreSeries(const std::filesystem::path &file);

} // namespace tagscope
