// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/region_changes.h"
#include "ui/tracks/time_geometry.h"

#include <cstddef>
#include <optional>
#include <vector>

// Where regions are on the screen, and to what their ends snap.
namespace tagscope::ui {

// What is at a column of the screen.
struct RegionHit {
    std::size_t region = 0; // position in the regions
    RegionPart part = RegionPart::Both;

    friend bool operator==(const RegionHit &, const RegionHit &) = default;
};

// The nearest end that is no farther than `reach` pixels, else the region whose middle it is. A narrow region's middle
// keeps a third of it. Nothing beside all of them.
[[nodiscard]] std::optional<RegionHit> regionAt(const std::vector<TimeRange> &regions, const TimeGeometry &geometry,
                                                double x, double reach);

// A time that others snap to, and what it is.
struct SnapTime {
    enum class Kind { Playhead, Selection, Region, Step, ClipEnd };
    Seconds time{0};
    Kind kind = Kind::Step;

    friend bool operator==(const SnapTime &, const SnapTime &) = default;
};

inline constexpr Seconds kActivationStep{0.1}; // of the audio network's output

// The nearest of `times` that is no farther than `reach`; else the nearest activation step, where it is no farther
// than that and than a quarter of a step: so that there is room between the steps. Nothing where there is none.
[[nodiscard]] std::optional<SnapTime> snapTime(Seconds time, const std::vector<SnapTime> &times, Seconds reach);

// The range with a part of it moved by so much, or by as much as snaps one of its moved ends. `snapped`: to what.
struct SnappedRange {
    TimeRange range;
    std::optional<SnapTime> snapped;
};
// `reach` 0: nothing snaps.
[[nodiscard]] SnappedRange snapRegion(TimeRange range, RegionPart part, Seconds by, const std::vector<SnapTime> &times,
                                      Seconds reach, Seconds duration);

} // namespace tagscope::ui
