#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makeDocument() {}

} // namespace tagscope::ui
