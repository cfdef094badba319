// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace tagscope::ui {

// What the window shows and how to read it on one page, and the chapters of the guide. Does not block the window.
void showHelp(QMainWindow *window);

} // namespace tagscope::ui
