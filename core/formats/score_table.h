// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// A table of CSV with header `clip,<event>,…`, one row a clip, a probability a cell.
struct ScoreTable {
    std::vector<std::string> events;
    std::vector<std::string> clips;
    Matrix scores; // clips x events
    // The same as they came, where single precision does not hold them all; else empty. Only for what writes a table.
    std::vector<double> exact = {};
};

struct TruthTable {
    std::vector<std::string> events;
    std::vector<std::string> clips;
    BinaryTable truth;
};

// Blanks around cells that are not quoted, blank lines and a byte-order mark do not matter.
// Errors, with file, line and column: Unreadable, Malformed (not a number, NaN, outside [0, 1], a ragged row,
// no header, no clips), Inconsistent (a clip or an event twice).
[[nodiscard]] Result<ScoreTable> readScoreTable(const std::filesystem::path &file);
// The same shape with 0 and 1 (or 0.0 and 1.0).
[[nodiscard]] Result<TruthTable> readTruthTable(const std::filesystem::path &file);

// The same as text, which reads back as the very same table. Lines end in CR LF.
[[nodiscard]] std::string scoreTableText(const ScoreTable &table);
[[nodiscard]] std::string truthTableText(const TruthTable &table);

// `table` with its rows and columns in the order of `like`. Errors: Inconsistent, naming what is missing or extra.
[[nodiscard]] Result<ScoreTable> alignedTo(const TruthTable &like, const ScoreTable &table,
                                           const std::filesystem::path &file);

} // namespace tagscope
