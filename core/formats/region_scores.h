// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/formats/dcase_lists.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// How well found regions fit those of the truth, after Mesaros, Heittola and Virtanen, "Metrics for polyphonic sound
// event detection" (2016), as sed_eval computes it.
namespace tagscope {

struct RegionScore {
    std::vector<std::string> events; // of the truth in its order, then others that were found
    std::vector<Counts> perEvent;    // of segments, or of regions
    Counts micro;
    double macroF1 = 0.0; // macroF1() of perEvent
    std::size_t clips = 0;
    // Segments only: what the error rate is made of, summed over segments, and it.
    std::int64_t substitutions = 0;
    std::int64_t deletions = 0;
    std::int64_t insertions = 0;
    double errorRate = 0.0; // (S + D + I) / active events of the truth; 0 over nothing
};

// Rows without a label are clips without regions, rows that end at 0 are not heard, as in scoreStrictly(). Clips are
// matched by their names as they stand. Error of both: Inconsistent (a found clip that the truth lacks).

// Segment by segment: an event is active in a segment that a region of it touches. A clip lasts until its last region
// of either list ends.
[[nodiscard]] Result<RegionScore> scoreSegments(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &found,
                                                Seconds segment = Seconds(1.0));

// What a region of the truth may differ in from one that was found.
struct RegionCollar {
    Seconds onset{0.2};
    Seconds offset{0.2};        // or, where that is more,
    double shareOfLength = 0.5; // of the length of the truth's region
};

// Region by region: each is found at most once, and each of the truth met at most once, so that as many as can be are.
[[nodiscard]] Result<RegionScore> scoreRegions(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &found,
                                               const RegionCollar &collar = {});

} // namespace tagscope
