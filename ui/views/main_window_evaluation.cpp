#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makeEvaluation() {}

} // namespace tagscope::ui
