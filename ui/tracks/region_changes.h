// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/verdict_table.h"
#include "ui/document/view_state.h"

#include <vector>

// Strong regions as values: what becomes of an annotator's regions where one is marked, moved or taken away.
namespace tagscope::ui {

// Two frames of the audio network's input: shorter ones cannot be told from a click beside the region.
inline constexpr Seconds kShortestRegion{0.01};

// What of a region is taken hold of.
enum class RegionPart { Onset, Offset, Both };

// What is added to the marked regions, and what is taken away, in one step.
struct RegionChange {
    std::vector<MarkedRegion> additions;
    std::vector<MarkedRegion> removals;

    [[nodiscard]] bool isEmpty() const { return additions.empty() && removals.empty(); }
};

[[nodiscard]] inline TimeRange rangeOf(const MarkedRegion &region) {
    return {region.onset, region.offset};
}

// Whether both say the same, whenever they were added.
[[nodiscard]] bool isSameRegion(const MarkedRegion &a, const MarkedRegion &b);

// In whole milliseconds, its ends in their order, inside a clip of this length and at least kShortestRegion long.
[[nodiscard]] TimeRange fittedRegion(TimeRange range, Seconds duration);

// The range with a part of it moved: an end stops before the other one, both ends stop at the clip's.
[[nodiscard]] TimeRange movedRegion(TimeRange range, RegionPart part, Seconds by, Seconds duration);

// A region is marked. Those of the same event, annotator, band and channel that it overlaps or touches become one
// with it. `kept`: all regions of the clip. Empty where one of them covers it already.
[[nodiscard]] RegionChange markRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region);

// One of `kept` gets these times instead, and joins what it overlaps there. Empty where it has them already.
[[nodiscard]] RegionChange replaceRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region,
                                         TimeRange times);

// When a person heard what they answered with a key: the playhead went on meanwhile, by the reaction time at this
// speed. Inside the clip.
[[nodiscard]] Seconds heardAt(Seconds playhead, Seconds reaction, double speed, Seconds duration);

} // namespace tagscope::ui
