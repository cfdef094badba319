#pragma once

class QMainWindow;

namespace tagscope::ui {

// What the window shows and how to read it, on one page. Does not block the window.
void showHelp(QMainWindow *window);

// Every key: those of the window's menus, read from them, and those of the tracks.
void showKeys(QMainWindow *window);

} // namespace tagscope::ui
