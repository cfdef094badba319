// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/synthetic_project.h"

namespace tagscope::test {

// What of a split the made-up scores hold.
struct ScoreMake {
    std::size_t clips = 200;
    bool hasAudio = true;
    bool hasVideo = true;
    bool knowsAudible = true;
    bool hasPoints = true; // "first", tuned, and "mine", by hand; "first" is chosen
};

// A synthetic project with made-up scores of 17 events in the splits "validation" and "test", and operating
// points.
class SyntheticPoints : public SyntheticProject {
public:
    SyntheticPoints(std::filesystem::path file, const ScoreMake &make);
};

} // namespace tagscope::test
