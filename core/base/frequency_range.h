// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tagscope {

// From 0 <= low <= high; both in Hz.
struct FrequencyRange {
    double low = 0.0;
    double high = 0.0;

    friend bool operator==(const FrequencyRange &, const FrequencyRange &) = default;
};

} // namespace tagscope
