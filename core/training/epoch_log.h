// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/training_progress.h"

#include <string>
#include <vector>

namespace tagscope {

// An epoch as a JSON object on one line; infinite thresholds are the strings "inf" and "-inf", which JSON's numbers
// cannot say. `events`: their names, in order.
[[nodiscard]] std::string epochToJson(const EpochReport &epoch);
// Errors: Malformed.
[[nodiscard]] Result<EpochReport> epochFromJson(const std::string &line);

// Writes log.csv (a header, a row an epoch, a column an event's F1) and log.jsonl, all epochs of the run, atomically.
[[nodiscard]] Result<void> writeEpochLog(const TrainingPaths &paths, const std::vector<EpochReport> &epochs,
                                         const std::vector<std::string> &events);

// log.jsonl of a run, for charts; empty where there is none yet. Errors: Unreadable, Malformed.
[[nodiscard]] Result<std::vector<EpochReport>> readEpochLog(const TrainingPaths &paths);

} // namespace tagscope
