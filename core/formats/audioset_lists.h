// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/formats/timed_labels.h"

#include <filesystem>
#include <string>
#include <vector>

// AudioSet's lists: https://research.google.com/audioset/download.html and download_strong.html.
namespace tagscope {

// A part of a recording and the machine ids of its labels, such as "/m/03v3yw".
struct AudioSetSegment {
    std::string recording;
    Seconds start{0};
    Seconds end{0};
    std::vector<std::string> mids;

    friend bool operator==(const AudioSetSegment &, const AudioSetSegment &) = default;
};

// The weak list: lines of `#`, then recording, start, end and the quoted ids, blanks after the commas.
// Errors, with file, line and column: Unreadable, Malformed (not four cells, a time that is none, an end before its
// start, no ids).
[[nodiscard]] Result<std::vector<AudioSetSegment>> readAudioSetSegments(const std::filesystem::path &file);
// Whether the first row, after lines of `#`, is that of a weak list; false for what cannot be read.
[[nodiscard]] bool isAudioSetList(const std::filesystem::path &file);
// Error: Inconsistent for a recording's name or an id that the list cannot hold.
[[nodiscard]] Result<std::string> audioSetSegmentsText(const std::vector<AudioSetSegment> &segments);

// The strong list (2021): tab-separated under its header. `label` is the id, `file` the segment's name, whose end is
// the segment's start in milliseconds ("s9d-2nhuJCQ_30000"); times are in the segment. readRegionList() reads it.
[[nodiscard]] std::string audioSetStrongText(const std::vector<TimedLabel> &labels);

} // namespace tagscope
