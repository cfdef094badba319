#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makeWhy() {}

} // namespace tagscope::ui
