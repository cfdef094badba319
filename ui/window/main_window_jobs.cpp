// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/jobs_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/work_log_model.h"

#include <QAction>
#include <QDockWidget>
#include <QStatusBar>

// What goes on in the window and what came of it, in one place.
namespace tagscope::ui {

void MainWindow::makeJobs() {
    auto *log = new WorkLogModel(this);
    auto *panel = new JobsPanel(*log);
    QDockWidget *dock = addDock(Qt::BottomDockWidgetArea, QStringLiteral("jobs"), tr("Jobs and log"), panel);
    if (auto *training = findChild<QDockWidget *>(QStringLiteral("training")))
        tabifyDockWidget(training, dock);
    dock->hide();
    dock->toggleViewAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
    // What is said there for a moment can be read here afterwards.
    connect(statusBar(), &QStatusBar::messageChanged, panel, [log](const QString &message) {
        if (!message.isEmpty())
            log->add(LogKind::Note, {}, message);
    });
}

} // namespace tagscope::ui
