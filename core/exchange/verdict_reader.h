// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/import_report.h"
#include "core/project/project.h"

#include <filesystem>
#include <vector>

namespace tagscope {

struct ReadVerdicts {
    std::vector<Verdict> verdicts;
    std::vector<Remark> remarks;
};

// The verdicts, and the remarks, of a table as verdictTable() writes it, or as older versions did, with a word in the
// column `verdict`; or of another's table with clip, event, annotator, stage and heard, seen or verdict. A verdict
// without a time has time 0. A row that cannot be read is left out, which `report` says with its line. Where the table
// has the columns `row` and `check` every row of it must be there and as it was written. `clips`: of the project.
// Errors: Unreadable, Malformed (naming line and reason: no such table, no row that can be read, a row that was
// changed, an end that is missing).
[[nodiscard]] Result<ReadVerdicts> readVerdicts(const Project &project, const std::filesystem::path &file,
                                                std::vector<Clip> clips, FileReport &report);

} // namespace tagscope
