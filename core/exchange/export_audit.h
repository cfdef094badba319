// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/export.h"

#include <optional>
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

// Marked regions of clips as one list: clip, event, annotator, onset, offset of each (csv), or those of all annotators
// joined as the organisers' strong list or as AudioSet's. Error: Inconsistent for an event without AudioSet's id,
// there.
[[nodiscard]] Result<std::string> regionList(const Project &project, std::span<const Clip> clips, ExportFormat format,
                                             const std::string &annotator);
// What sed_scores_eval reads beside the tables of activations, of the regions of one annotator or of all, joined.
struct SedLists {
    std::string groundTruth;
    std::string durations;
};
[[nodiscard]] Result<SedLists> sedListsOf(const Project &project, std::span<const Clip> clips,
                                          const std::string &annotator);
// Those of a clip for another program; nothing where there are none. Times are the clip's.
[[nodiscard]] Result<std::optional<std::string>> regionFile(const Project &project, const Clip &clip,
                                                            ExportFormat format, const std::string &annotator);
[[nodiscard]] const char *regionSuffix(ExportFormat format); // ".TextGrid"

} // namespace tagscope
