// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/cross_validation.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// Tables to tune on, rows and columns in the truth's order.
struct NamedTuningTables {
    std::vector<std::string> events;
    TuningTables tables; // clips x events
};

// From a table of the truth and one of each branch's scores (score_table.h). No `video`: NaN for its scores.
// Errors: those of readTruthTable(), readScoreTable() and alignedTo().
[[nodiscard]] Result<NamedTuningTables> readTuningTables(const std::filesystem::path &truth,
                                                         const std::filesystem::path &audio,
                                                         const std::filesystem::path &video);

} // namespace tagscope
