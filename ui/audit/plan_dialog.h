// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/work_dialog.h"

#include <functional>
#include <memory>

namespace tagscope {
class Project;
}

namespace tagscope::ui {

// Deals the project's clips out to annotators, a task file for each, as "audit plan" does. `planned` is called when the
// plan is stored. GUI thread.
[[nodiscard]] WorkDialog *planDialog(const std::shared_ptr<Project> &project, const std::function<void()> &planned,
                                     QWidget *parent);

} // namespace tagscope::ui
