// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/region_geometry.h"

#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr Seconds kInaudible{0.001}; // regions are in whole milliseconds

Seconds distance(Seconds a, Seconds b) {
    return Seconds{std::abs((a - b).count())};
}

// A named time before a step, then the nearer one.
bool isBetter(const SnapTime &one, Seconds oneAway, const SnapTime &other, Seconds otherAway) {
    const bool isStep = one.kind == SnapTime::Kind::Step;
    if (isStep != (other.kind == SnapTime::Kind::Step))
        return !isStep;
    return std::abs(oneAway.count()) < std::abs(otherAway.count());
}

} // namespace

std::optional<RegionHit> regionAt(const std::vector<TimeRange> &regions, const TimeGeometry &geometry, double x,
                                  double reach) {
    std::optional<RegionHit> hit;
    double nearest = 0;
    const auto consider = [&](std::size_t region, RegionPart part, double away) {
        if (hit && away >= nearest)
            return;
        hit = RegionHit{region, part};
        nearest = away;
    };
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const double from = geometry.xOf(regions[i].lower);
        const double to = geometry.xOf(regions[i].upper);
        const double inside = std::min(reach, (to - from) / 3); // of an end's reach
        if (x >= from - reach && x <= from + inside)
            consider(i, RegionPart::Onset, std::abs(x - from));
        if (x <= to + reach && x >= to - inside)
            consider(i, RegionPart::Offset, std::abs(x - to));
        if (x > from + inside && x < to - inside)
            consider(i, RegionPart::Both, reach);
    }
    return hit;
}

std::optional<SnapTime> snapTime(Seconds time, const std::vector<SnapTime> &times, Seconds reach) {
    std::optional<SnapTime> found;
    for (const SnapTime &candidate : times)
        if (distance(candidate.time, time) <= reach &&
            (!found || distance(candidate.time, time) < distance(found->time, time)))
            found = candidate;
    if (found)
        return found;
    const Seconds step{std::round(time / kActivationStep) * kActivationStep};
    if (reach > Seconds{0} && distance(step, time) <= std::min(reach, kActivationStep / 4))
        return SnapTime{step, SnapTime::Kind::Step};
    return std::nullopt;
}

SnappedRange snapRegion(TimeRange range, RegionPart part, Seconds by, const std::vector<SnapTime> &times, Seconds reach,
                        Seconds duration) {
    const TimeRange moved = movedRegion(range, part, by, duration);
    if (reach <= Seconds{0})
        return {moved, std::nullopt};
    std::optional<SnapTime> found;
    Seconds correction{0};
    Seconds TimeRange::*snappedEnd = nullptr;
    const auto consider = [&](Seconds TimeRange::*end) {
        const std::optional<SnapTime> near = snapTime(moved.*end, times, reach);
        if (!near || (found && !isBetter(*near, near->time - moved.*end, *found, correction)))
            return;
        found = near;
        correction = near->time - moved.*end;
        snappedEnd = end;
    };
    if (part != RegionPart::Offset)
        consider(&TimeRange::lower);
    if (part != RegionPart::Onset)
        consider(&TimeRange::upper);
    if (!found)
        return {moved, std::nullopt};
    const TimeRange snapped = movedRegion(moved, part, correction, duration);
    // The clip's end, or the region's other end, may have been in the way.
    if (distance(snapped.*snappedEnd, found->time) >= kInaudible)
        return {moved, std::nullopt};
    return {snapped, found};
}

} // namespace tagscope::ui
