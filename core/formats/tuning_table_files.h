// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/cross_validation.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// Tables to tune on, rows and columns in the truth's order.
struct NamedTuningTables {
    std::vector<std::string> events;
    TuningTables tables;           // clips x events
    std::size_t withoutScores = 0; // clips of the truth that are not in all tables: left out
    std::size_t withoutTruth = 0;  // rows of scores whose clip has no labels: left out
};

// From a table of the truth and one of each branch's scores (score_table.h), clips in any order; those that are in all
// are used. No `video`: NaN for its scores.
// Errors: those of readTruthTable(), readScoreTable() and, for the events, alignedTo(); Inconsistent where no clip is
// in all.
[[nodiscard]] Result<NamedTuningTables> readTuningTables(const std::filesystem::path &truth,
                                                         const std::filesystem::path &audio,
                                                         const std::filesystem::path &video);

} // namespace tagscope
