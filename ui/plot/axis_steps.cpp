// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_steps.h"

#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

double roundStep(double span, int most) {
    const double rough = span / std::max(most, 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough)
            return factor * power;
    return 10 * power;
}

} // namespace

void extend(std::optional<Extent> &extent, double value) {
    if (!std::isfinite(value))
        return;
    if (!extent)
        extent = Extent{value, value};
    extent->lower = std::min(extent->lower, value);
    extent->upper = std::max(extent->upper, value);
}

AxisSteps evenSteps(Extent data, int most) {
    // Equal values get some room, so that the line does not lie on the frame.
    const double least = std::max(std::abs(data.upper) * 0.1, 1e-9);
    if (data.upper - data.lower < least * 1e-3)
        data = {data.lower < 0 || data.lower > least ? data.lower - least : 0.0, data.upper + least};
    AxisSteps steps;
    steps.interval = roundStep(data.upper - data.lower, most);
    steps.extent = {std::floor(data.lower / steps.interval + 1e-9) * steps.interval,
                    std::ceil(data.upper / steps.interval - 1e-9) * steps.interval};
    steps.decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(steps.interval) - 1e-9)), 0, 9);
    return steps;
}

AxisSteps wholeSteps(Extent data, int most) {
    if (data.upper - data.lower < 1.0)
        data.upper = data.lower + 1.0;
    return {data, std::max(1.0, roundStep(data.upper - data.lower, most)), 0};
}

} // namespace tagscope::ui
