// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/operating_point.h"
#include "core/project/project.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace tagscope {

// What a project stores of its clips beyond their labels.
struct ClipFigures {
    std::vector<ClipId> clips;           // in any order
    Matrix audio;                        // clips x events, NaN where a clip has none; empty where no clip has any
    Matrix video;                        // likewise
    std::optional<OperatingPoint> point; // that judges the project's clips; nothing where it has none
    std::vector<KnownPresence> known;    // of (clip, event) pairs: from strong lists, and what annotators said
    std::vector<Verdict> verdicts;       // as of finalVerdicts()
};

// The newest scores of each split's clips, as a workbench takes them; the point that was chosen; what is known of
// pairs, and what annotators said. Errors: Cancelled, those of Project.
[[nodiscard]] Result<ClipFigures> clipFigures(const Project &project, const std::stop_token &stop = {});

} // namespace tagscope
