#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makeStages() {}

} // namespace tagscope::ui
