#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makeManners() {}

} // namespace tagscope::ui
