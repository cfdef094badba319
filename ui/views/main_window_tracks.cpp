#include "ui/views/main_window.h"

namespace tagscope::ui {

void MainWindow::makeTracks() {}

} // namespace tagscope::ui
