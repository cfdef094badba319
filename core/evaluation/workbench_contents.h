// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/cross_validation.h"
#include "core/fusion/metrics.h"
#include "core/project/project.h"

#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// A split's clips as a workbench needs them, with the scores that the project's system has of them. A value.
struct WorkbenchContents {
    std::vector<std::string> splits; // of the project, those with clips
    std::string split;
    std::string audioSource;               // empty: no audio probabilities of these clips
    std::string videoSource;               // likewise
    std::vector<std::string> audioSources; // all of the project
    std::vector<std::string> videoSources;
    std::vector<ClipId> clips;
    std::vector<std::string> names; // of the clips
    std::vector<std::string> events;
    TuningTables tables; // weak labels
    std::string digest;  // of them (digestOf()); empty without scores
    std::optional<BinaryTable> audible;
    Message epochNote;      // epochNote(); empty where there is nothing to say
    bool isHeldOut = false; // there to be measured on, so that tuning on it spoils the measure
    Message problem;        // why there is nothing to work on, and what to run; else empty
};

// Of the asked-for split; where it has no clips, of validation, or of the first that has. Errors: those of Project and
// of scoresOfSplit().
[[nodiscard]] Result<WorkbenchContents> workbenchContents(const Project &project, const std::string &split);

} // namespace tagscope
