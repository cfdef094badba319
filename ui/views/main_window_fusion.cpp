#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makeFusion() {}

} // namespace tagscope::ui
