#include "ui/views/main_window.h"

namespace tagscope::ui {

// What several annotators say together, and what it means for the figures.
void MainWindow::makeAgreement() {}

} // namespace tagscope::ui
