// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/export.h"
#include "ui/clips/project_desk.h"
#include "ui/evaluation/class_figure.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>

namespace tagscope::ui {

void MainWindow::makeEvaluation() {
    auto *panel = new EvaluationPanel(desk_->session());
    QDockWidget *dock = addDock(Qt::BottomDockWidgetArea, QStringLiteral("evaluation"), tr("Evaluation"), panel);
    if (auto *training = findChild<QDockWidget *>(QStringLiteral("training")))
        tabifyDockWidget(training, dock);
    dock->hide();
    QAction *entry = dock->toggleViewAction();
    entry->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    projectMenu_->insertAction(projectMenu_->actions().value(2), entry);
    ClassFigure *figure = panel->figure();
    offerExport(*figure, {.name = QStringLiteral("class-f1"),
                          .paint = [figure](QPaintDevice &device) { figure->paintOn(device); },
                          .data = {}});
    connect(panel, &EvaluationPanel::clipAsked, this, [this](const QString &name, int event) {
        const std::shared_ptr<const OpenProject> project = desk_->session().project();
        if (!project)
            return;
        for (const LabelledClip &clip : project->contents.clips) {
            if (clip.clip.name != name.toStdString())
                continue;
            showPair(clip.clip.id, event);
            return;
        }
    });
}

} // namespace tagscope::ui
