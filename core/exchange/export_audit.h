// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/region_format.h"
#include "core/project/project.h"

#include <span>
#include <string>

// What exportFrom() writes of an audit, as text.
namespace tagscope {

// clip, event, annotator, stage, verdict, note, time: the verdicts that hold, or all that were ever given, in which one
// that was taken back has no verdict. readVerdictTable() reads both.
[[nodiscard]] Result<std::string> verdictTable(const Project &project, std::span<const Clip> clips, bool isHistory);

// As AudioSet's strong list names the clip: its recording, and where it begins in milliseconds.
[[nodiscard]] std::string audioSetSegmentOf(const Clip &clip);

// clip, event, before, after (1: labelled), reason: the pairs whose label the audit changes, and whose verdicts say so.
[[nodiscard]] Result<std::string> labelPatch(const Project &project, std::span<const Clip> clips);

// The marked regions of a clip, of one annotator or of all (an empty name): as they are, and joined where those of an
// event overlap or touch.
[[nodiscard]] Result<RegionsOfClip> regionsOf(const Project &project, const Clip &clip, const std::string &annotator);
[[nodiscard]] RegionsContext regionsContext(const Project &project, const std::string &annotator);

} // namespace tagscope
