// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

#include <optional>
#include <string>
#include <vector>

namespace tagscope {

struct FrequencyRange {
    double low = 0.0; // Hz
    double high = 0.0;

    friend bool operator==(const FrequencyRange &, const FrequencyRange &) = default;
};

// A labelled stretch of a recording: what the annotation programs' files hold, each in its own way.
struct TimedLabel {
    Seconds onset{0};
    Seconds offset{0}; // equal to onset: a point
    std::string label;
    std::optional<FrequencyRange> frequencies;
    std::string file; // of the recording, where one list is about several; empty otherwise

    friend bool operator==(const TimedLabel &, const TimedLabel &) = default;
};

} // namespace tagscope
