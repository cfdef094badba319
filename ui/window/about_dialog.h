// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace tagscope::ui {

// Program, system and libraries with their versions, a line each.
[[nodiscard]] QString versionsText();

// What Tagscope is, its licence, and the versions of all that is in it. Does not block the window.
void showAbout(QWidget *window);

} // namespace tagscope::ui
