// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/work_dialog.h"

#include <memory>

namespace tagscope {
class Project;
}

namespace tagscope::ui {

// Writes what the project's audit came to into a folder for others, as "audit publish" does. GUI thread.
[[nodiscard]] WorkDialog *publishDialog(const std::shared_ptr<Project> &project, QWidget *parent);

} // namespace tagscope::ui
