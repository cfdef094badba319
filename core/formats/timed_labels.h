// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frequency_range.h"
#include "core/base/seconds.h"

#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// A labelled stretch of a recording: what the annotation programs' files hold, each in its own way.
struct TimedLabel {
    Seconds onset{0};
    Seconds offset{0}; // equal to onset: a point
    std::string label;
    std::optional<FrequencyRange> frequencies;
    std::string file; // of the recording, where one list is about several; empty otherwise
    std::optional<double> confidence = std::nullopt;
    std::optional<int> channel = std::nullopt; // from 1
    std::string note = {};
    std::string annotator = {}; // where the file says who marked it

    friend bool operator==(const TimedLabel &, const TimedLabel &) = default;
};

} // namespace tagscope
