// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/progress.h"
#include "core/project/project.h"
#include "ui/document/project_values.h"

#include <stop_token>

// Making and filling projects, for the window.
namespace tagscope {

// Lists are the organisers' where their names say so, else one CSV; without lists all media of the folder become clips
// without labels, long recordings as many as they have windows. Errors: those of the importers and of findMediaFiles();
// Inconsistent for a wish that says nothing.
[[nodiscard]] Result<ui::ImportTold> importInto(Project &project, const ui::ImportWish &wish, const Progress &progress,
                                                const std::stop_token &stop);

// A new project, filled where that is wished; nothing of it stays where it fails. Errors: those of Project::create(),
// of the readers of class lists, and of importInto().
[[nodiscard]] Result<ui::ImportTold> createProject(const ui::NewProjectWish &wish, const Progress &progress,
                                                   const std::stop_token &stop);

} // namespace tagscope
