// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>

class QWidget;

namespace tagscope::ui {

// What helps to understand a problem: versions, the trace of the last crash, the end of the log.
[[nodiscard]] QString problemReport();

// Shows that report and what is in it, to be copied: nothing is sent anywhere. Does not block the window.
void showReportProblem(QWidget *window);

// Says that the program crashed when it ran last, and where the trace is. Does not block the window.
void sayThatItCrashed(const std::filesystem::path &trace, QWidget *window);

} // namespace tagscope::ui
