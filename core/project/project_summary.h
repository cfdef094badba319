// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tagscope {

// What a split holds.
struct SplitSummary {
    std::string split;
    std::size_t clips = 0;
    std::size_t missing = 0;            // of them, without media
    std::vector<std::size_t> labels;    // weak ones, one entry a class
    std::size_t inaudiblePairs = 0;     // labelled, and known not to be heard
    std::size_t inaudibleClips = 0;     // with such a pair
    std::vector<std::size_t> inaudible; // such pairs, one entry a class

    [[nodiscard]] std::size_t labelCount() const;
};

struct SourceSummary {
    ScoreSource source;
    std::size_t clips = 0; // with scores of it
};

struct ProjectSummary {
    std::vector<SplitSummary> splits; // in the order in which they first occur
    std::vector<SourceSummary> sources;
};

// Of what is stored in the project's file, which is read a second time for it: not inside Project::atomically().
// Errors: those of Project.
[[nodiscard]] Result<ProjectSummary> summaryOf(const Project &project);

} // namespace tagscope
