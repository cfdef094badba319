// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/systems.h"
#include "core/project/project.h"

#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace tagscope {

// Where a system's probabilities come from.
struct ReportedSource {
    ScoreSource source;
    // Of the run, of the analysis that made them with its models and their hashes, or where they were imported from:
    // JSON; may be empty.
    std::string settings;
    int bestEpoch = -1; // of a run
    std::string sha256; // of a run's best network; empty where there is none
    bool isImported = false;
};

// All that is needed to make a report again.
struct Provenance {
    std::string programVersion;
    std::string project; // file name
    std::vector<SplitCount> splits;
    std::vector<ReportedSource> sources;
    std::vector<std::pair<std::string, std::string>> settings; // the project's own, by key: JSON
};

// Errors: those of Project, Cancelled.
[[nodiscard]] Result<Provenance> provenanceOf(const Project &project, std::span<const System> systems,
                                              std::string programVersion, const std::stop_token &stop = {});

} // namespace tagscope
