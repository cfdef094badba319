// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <span>
#include <string>

// What exportFrom() writes of an audit, as text.
namespace tagscope {

// clip, event, annotator, stage, heard, seen, note, time, key, played, plays, informed, row, check: the verdicts that
// hold, or all that were ever given, in which one that was taken back has no answer; by time, so that what was merged
// in another order gives the same. `row` is "3 of 17", and `check` begins the SHA-256 of the cells before it and of the
// check of the row before: with them importVerdicts() finds a row that was edited, and the end that is missing.
[[nodiscard]] Result<std::string> verdictTable(const Project &project, std::span<const Clip> clips, bool isHistory);

// As AudioSet's strong list names the clip: its recording, and where it begins in milliseconds.
[[nodiscard]] std::string audioSetSegmentOf(const Clip &clip);

// clip, event, before, after (1: labelled), reason: the pairs whose label the audit changes, and whose verdicts say so.
[[nodiscard]] Result<std::string> labelPatch(const Project &project, std::span<const Clip> clips);

} // namespace tagscope
