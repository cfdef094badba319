// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tagscope::ui {

struct Extent {
    double lower = 0.0;
    double upper = 1.0;

    friend bool operator==(const Extent &, const Extent &) = default;
};

// Widens the extent to hold the value; not finite ones are passed over.
void extend(std::optional<Extent> &extent, double value);

// What an axis shows and where it is ticked: at multiples of the interval.
struct AxisSteps {
    Extent extent;
    double interval = 1.0;
    int decimals = 0; // enough to tell neighbouring ticks apart
};

// Steps of 1, 2 or 5 times a power of ten, about `most` of them; the extent begins and ends at a tick.
[[nodiscard]] AxisSteps evenSteps(Extent data, int most);
// The same with whole steps and the data's own ends: for epochs and batches.
[[nodiscard]] AxisSteps wholeSteps(Extent data, int most);

} // namespace tagscope::ui
