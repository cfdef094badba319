// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <string>

// What the runs of the video branch have in common.
namespace tagscope {

// Errors: Inconsistent (a model is missing; says which and how to get it).
[[nodiscard]] Result<void> requireVideoModels(const Analyzer &analyzer);

// Makes room for scores of this recipe (videoRecipe()): those of another one go.
[[nodiscard]] Result<void> adoptVideoRecipe(Project &project, const std::string &recipe);

} // namespace tagscope
