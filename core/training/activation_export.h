// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/export.h"
#include "core/project/project.h"

#include <string>

namespace tagscope {

// The activations that an export may take: of the run, else of the audio branch of the request's operating point.
// Errors: Inconsistent (no audio branch; other events than the project's), those of StoredActivations::open() and
// systemsFor().
[[nodiscard]] Result<ActivationSource> activationsFor(const Project &project, const ExportRequest &request,
                                                      const std::string &run = {});

} // namespace tagscope
