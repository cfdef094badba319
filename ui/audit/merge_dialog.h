// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_report.h"
#include "core/project/project.h"
#include "ui/base/work_dialog.h"

#include <functional>
#include <memory>

namespace tagscope::ui {

// Adds what others said of the same clips, in tasks, projects of their own or tables, to the open one: first tells what
// that would do, conflicts included, then does it. Deletes itself when it is closed. `merged`: is told what was added
// once the project has changed.
[[nodiscard]] WorkDialog *mergeDialog(const std::shared_ptr<Project> &project,
                                      const std::function<void(const AuditImportReport &)> &merged, QWidget *parent);

} // namespace tagscope::ui
