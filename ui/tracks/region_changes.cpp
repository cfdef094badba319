// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/region_changes.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tagscope::ui {

namespace {

Seconds inMilliseconds(Seconds time) {
    return Seconds{std::round(time.count() * 1000) / 1000};
}

bool isOfSame(const MarkedRegion &a, const MarkedRegion &b) {
    return a.clip == b.clip && a.event == b.event && a.annotator == b.annotator && a.frequencies == b.frequencies &&
           a.channel == b.channel;
}

bool holds(const std::vector<MarkedRegion> &regions, const MarkedRegion &region) {
    return std::ranges::any_of(regions, [&region](const MarkedRegion &other) { return isSameRegion(other, region); });
}

// Grows the region over what it overlaps, until nothing is left of that; `removals` gets what is in it now.
void join(const std::vector<MarkedRegion> &kept, MarkedRegion &region, std::vector<MarkedRegion> &removals) {
    for (bool hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (const MarkedRegion &other : kept) {
            if (!isOfSame(other, region) || other.onset > region.offset || other.offset < region.onset ||
                holds(removals, other))
                continue;
            region.onset = std::min(region.onset, other.onset);
            region.offset = std::max(region.offset, other.offset);
            removals.push_back(other);
            hasGrown = true;
        }
    }
}

} // namespace

bool isSameRegion(const MarkedRegion &a, const MarkedRegion &b) {
    return isOfSame(a, b) && a.onset == b.onset && a.offset == b.offset;
}

TimeRange fittedRegion(TimeRange range, Seconds duration) {
    const Seconds lower = inMilliseconds(std::min(range.lower, range.upper));
    const Seconds upper = inMilliseconds(std::max(range.lower, range.upper));
    const Seconds end = std::max(duration, kShortestRegion);
    const Seconds onset = std::clamp(lower, Seconds{0}, end - kShortestRegion);
    return {onset, std::clamp(upper, onset + kShortestRegion, end)};
}

TimeRange movedRegion(TimeRange range, RegionPart part, Seconds by, Seconds duration) {
    const Seconds end = std::max(duration, range.upper);
    TimeRange moved = range;
    switch (part) {
    case RegionPart::Onset:
        moved.lower = std::clamp(range.lower + by, Seconds{0}, std::max(range.upper - kShortestRegion, Seconds{0}));
        break;
    case RegionPart::Offset:
        moved.upper = std::clamp(range.upper + by, std::min(range.lower + kShortestRegion, end), end);
        break;
    case RegionPart::Both:
        moved.lower = std::clamp(range.lower + by, Seconds{0}, std::max(end - range.span(), Seconds{0}));
        moved.upper = moved.lower + range.span();
        break;
    }
    return fittedRegion(moved, end);
}

RegionChange markRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region) {
    if (holds(kept, region))
        return {};
    RegionChange change{{region}, {}};
    change.additions.front().added = 0;
    return change;
}

RegionChange replaceRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region, const MarkedRegion &to) {
    if (isSameRegion(region, to) && region.confidence == to.confidence && region.note == to.note)
        return {};
    RegionChange change{{to}, {region}};
    change.additions.front().added = 0;
    std::ranges::copy_if(kept, std::back_inserter(change.removals), [&](const MarkedRegion &other) {
        return isSameRegion(other, to) && !isSameRegion(other, region);
    });
    return change;
}

RegionChange replaceRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region, TimeRange times) {
    MarkedRegion to = region;
    to.onset = times.lower;
    to.offset = times.upper;
    return replaceRegion(kept, region, to);
}

RegionChange joinRegion(const std::vector<MarkedRegion> &kept, const MarkedRegion &region) {
    RegionChange change;
    MarkedRegion joined = region;
    join(kept, joined, change.removals);
    if (change.removals.size() < 2) // itself
        return {};
    joined.added = 0;
    change.additions.push_back(joined);
    return change;
}

Seconds heardAt(Seconds playhead, Seconds reaction, double speed, Seconds duration) {
    return std::clamp(playhead - reaction * speed, Seconds{0}, std::max(duration, Seconds{0}));
}

} // namespace tagscope::ui
