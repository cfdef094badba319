#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makePlayback() {}

} // namespace tagscope::ui
