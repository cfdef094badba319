#include "ui/views/main_window.h"

namespace tagscope::ui {

// Strong regions, marked on the timeline.
void MainWindow::makeRegions() {}

} // namespace tagscope::ui
