// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/project_desk.h"
#include "ui/fusion/fusion_desk.h"
#include "ui/fusion/fusion_panel.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>

namespace tagscope::ui {

void MainWindow::makeFusion() {
    auto *fusion = new FusionDesk(desk_->session(), point_, undo_, this);
    FusionPanel *panel = fusion->panel();
    QDockWidget *dock = addDock(Qt::BottomDockWidgetArea, QStringLiteral("fusion"), tr("Fusion and thresholds"), panel);
    if (auto *training = findChild<QDockWidget *>(QStringLiteral("training")))
        tabifyDockWidget(training, dock);
    dock->hide();
    QAction *entry = dock->toggleViewAction();
    entry->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    projectMenu_->insertAction(projectMenu_->actions().value(1), entry);
    connect(panel, &FusionPanel::clipAsked, this, &MainWindow::showPair);
    connect(panel, &FusionPanel::eventChosen, this, [this](int event) {
        if (event >= 0 && shown_)
            view_.setEvent(event);
    });
    connect(&view_, &ViewState::eventChanged, panel, [this, panel] {
        if (view_.event())
            panel->chooseEvent(*view_.event());
    });
}

} // namespace tagscope::ui
