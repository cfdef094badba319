// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/project/project.h"
#include "core/project/split_clips.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// A way of tagging that a project can measure: sources of scores and the operating point made for them; a row of the
// paper's tables.
struct System {
    std::string name; // "audio", "video" or "audio + video"
    SystemSources sources;
    NamedOperatingPoint point;

    // Whether its weights and thresholds were fitted to the clips of this split, so that figures on them flatter.
    [[nodiscard]] bool isTunedOn(std::string_view split) const {
        const bool isAmongAll = split == kAllSplits || point.tunedOn == kAllSplits;
        return point.tunedOn == split || (isAmongAll && !point.tunedOn.empty());
    }
};

// evaluate() at the system's point; on the split that the point was tuned on without intervals, and with what tuning
// has estimated for new clips.
[[nodiscard]] Result<Evaluation> evaluateSystem(const SplitScores &scores, const System &system,
                                                const BootstrapOptions &options = {}, const std::stop_token &stop = {});

// The systems that the project's operating points make, in the order audio, video, audio + video; of each the newest
// point, one that was not tuned on `split` itself before one that was, and for audio one of the same run as that of
// audio + video before another. Points without sources, set by hand, are for the newest ones.
// With `pointName` the system of that point is the last of the list, and others of its kind are left out.
// Errors: Inconsistent (no operating point at all, or none of that name), those of Project.
[[nodiscard]] Result<std::vector<System>> systemsFor(const Project &project, std::string_view split,
                                                     std::string_view pointName = {});

// The paper's two systems, audio and audio + video, each at its newest point of the paper's procedure; and what there
// is of them. Errors: Inconsistent (no such point), those of Project.
[[nodiscard]] Result<std::vector<System>> systemsAsPaper(const Project &project, std::string_view split);

// The system of the point of this name. Errors: Inconsistent (there is none), those of Project.
[[nodiscard]] Result<System> systemNamed(const Project &project, std::string_view split, std::string_view pointName);

} // namespace tagscope
