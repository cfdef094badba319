// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/models.h"
#include "core/base/paths.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <filesystem>

namespace tagscope {

// The models of a project: what is registered in `directory`, changed by the project's setting "models", a JSON object
// of which every member may be missing:
//   "demo": true   for each kind that is not registered, the demo model that ships with the program
//   "run": "NAME"  the CRNN is the best network of this training run, labelled "run NAME (sha256 first 12 digits)";
//                  while the run has none yet, the CRNN is absent and says so
// Errors: those of loadModels(); Malformed for a setting that is not of this form; those of Project::setting().
[[nodiscard]] Result<Models> loadModelsFor(const Project &project,
                                           const std::filesystem::path &directory = modelsDirectory());

} // namespace tagscope
