// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project_summary.h"

#include <nlohmann/json.hpp>

namespace tagscope::cli {

// What a project holds, as text on standard output and as JSON. Errors: those of Project.
[[nodiscard]] Result<nlohmann::ordered_json> projectToJson(const Project &project);
[[nodiscard]] Result<void> printProject(const Project &project);

// Of its splits alone, as after an import.
[[nodiscard]] nlohmann::ordered_json splitsToJson(const Project &project, const std::vector<SplitSummary> &splits);
void printSplits(const std::vector<SplitSummary> &splits);

} // namespace tagscope::cli
