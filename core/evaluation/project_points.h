// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/tuning.h"
#include "core/project/project.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// The operating points that a project gets by itself once the clips of a split are scored and labelled.
namespace tagscope {

inline constexpr std::string_view kSplitOfPoints = "validation";

struct PointMaking {
    std::string split{kSplitOfPoints};
    SystemSources sources; // what there are no scores of is left out
    std::uint64_t seed = 1;
    bool areExistingKept = false; // those that are there already, however they came about
};

// Sound alone, pictures alone, and both, by the paper's procedure; and both with weights and thresholds tuned jointly
// to the exact optimum. In this order; each without the branches that there are no scores of.
[[nodiscard]] std::vector<TuningRequest> requestsOf(const PointMaking &making);

// Makes and stores them; none where the split has no label or no score. Those set by hand stay. The answer is the names
// of those that were made. Errors: those of tunePoint() and Project, Cancelled (those made before are stored).
[[nodiscard]] Result<std::vector<std::string>> makePoints(Project &project, const PointMaking &making,
                                                          const std::stop_token &stop = {});

// Whether the split has clips, at least one label, and scores of every clip by one of the sources.
// Errors: those of Project.
[[nodiscard]] Result<bool> isScored(const Project &project, std::string_view split, const SystemSources &sources);

} // namespace tagscope
