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

using RegionBand = tagscope::FrequencyRange; // of the project's regions; that of this namespace is what is visible

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

// A region is marked. Others that it overlaps stay apart. `kept`: all regions of the clip. Empty where one of them is
// the same.
[[nodiscard]] RegionChange markRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region);

// One of `kept` becomes another. Empty where it is that already; where another one is the same, both are one.
[[nodiscard]] RegionChange replaceRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region,
                                         const MarkedRegion &to);
// Only its times are others.
[[nodiscard]] RegionChange replaceRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region,
                                         TimeRange times);

// One of `kept` and those of the same event, annotator, band and channel that it overlaps or touches, and that those
// do, become one. Empty where there is none.
[[nodiscard]] RegionChange joinRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region);

// When a person heard what they answered with a key: the playhead went on meanwhile, by the reaction time at this
// speed. Inside the clip.
[[nodiscard]] Seconds heardAt(Seconds playhead, Seconds reaction, double speed, Seconds duration);

} // namespace tagscope::ui
