// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/timed_labels.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

// What sed_scores_eval reads beside the tables of scores (score_series.h): https://github.com/fgnt/sed_scores_eval.
namespace tagscope {

// Ground truth: filename, onset, offset, event_label, tab-separated under that header; a file alone holds no event.
struct SedGroundTruth {
    std::vector<TimedLabel> labels;
    std::vector<std::string> filesWithout; // an event

    friend bool operator==(const SedGroundTruth &, const SedGroundTruth &) = default;
};

// Errors, with file, line and column: Unreadable, Malformed (another header, a time that is none, an offset before its
// onset).
[[nodiscard]] Result<SedGroundTruth> readSedGroundTruth(const std::filesystem::path &file);
[[nodiscard]] std::string sedGroundTruthText(const SedGroundTruth &truth);

// How long the recordings are: filename, duration. Errors: likewise; Malformed for a file that is there twice.
[[nodiscard]] Result<std::map<std::string, Seconds>> readSedDurations(const std::filesystem::path &file);
[[nodiscard]] std::string sedDurationsText(const std::map<std::string, Seconds> &durations);

} // namespace tagscope
