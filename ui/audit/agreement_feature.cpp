// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/agreement_panel.h"
#include "ui/audit/merge_dialog.h"
#include "ui/clips/annotation_dialog.h"
#include "ui/clips/project_desk.h"
#include "ui/clips/project_panel.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QStatusBar>
#include <QTabWidget>

namespace tagscope::ui {

// What several annotators say together, and what it means for the figures.
void MainWindow::makeAgreement() {
    auto *panel = new AgreementPanel(desk_->session(), *records_, desk_->edits(), auditor_, undo_);
    QDockWidget *dock = addDock(Qt::BottomDockWidgetArea, QStringLiteral("agreement"), tr("Agreement"), panel);
    if (auto *training = findChild<QDockWidget *>(QStringLiteral("training")))
        tabifyDockWidget(training, dock);
    dock->hide();
    QAction *entry = dock->toggleViewAction();
    entry->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    projectMenu_->insertAction(projectMenu_->actions().value(3), entry);
    connect(panel, &AgreementPanel::clipAsked, this, &MainWindow::showPair);
    const auto merge = [this] {
        const std::shared_ptr<const OpenProject> project = desk_->session().project();
        if (!project) {
            statusBar()->showMessage(tr("Open a project first: the other one is merged into it."));
            return;
        }
        const auto readAgain = [this, project] {
            if (project == desk_->session().project())
                records_->read();
        };
        mergeDialog(project->source, readAgain, this)->open();
    };
    connect(panel, &AgreementPanel::mergeAsked, this, merge);
    addEntry(*projectMenu_, tr("Merge another &annotator's project…"), {}, merge, QStringLiteral("project.mergeAudit"));
    addEntry(
        *projectMenu_, tr("I&mport verdicts or regions…"), {}, [this] { offerAnnotations({}); },
        QStringLiteral("project.importAnnotations"));
}

void MainWindow::offerAnnotations(const std::vector<std::filesystem::path> &files) {
    const std::shared_ptr<const OpenProject> project = desk_->session().project();
    if (!project || auditor_.stage()) {
        statusBar()->showMessage(project ? tr("Verdicts and regions can be imported once the sitting has ended.")
                                         : tr("Open the project first whose clips the annotations are about."));
        return;
    }
    const auto readAgain = [this, project] {
        if (project != desk_->session().project())
            return;
        records_->read();
        desk_->judge().refresh();
    };
    annotationDialog(project->source, {files, auditor_.name()}, readAgain, this)->open();
}

void MainWindow::showPair(ClipId clip, int event) {
    const QString name = QStringLiteral("wantedPair");
    delete findChild<QObject *>(name, Qt::FindDirectChildrenOnly);
    lists_->setCurrentWidget(desk_->panel());
    desk_->panel()->select(clip);
    if (desk_->panel()->currentClip() != clip) {
        statusBar()->showMessage(tr("The clip is not in the list as it is filtered now."));
        return;
    }
    view_.setEvent(event);
    const std::optional<ShownClip> now = desk_->shownClip();
    if (now && now->clip == clip && now->analysis)
        return;
    // With the clip that was shown until now its event is forgotten.
    auto *once = new QObject(this);
    once->setObjectName(name);
    connect(this, &MainWindow::clipShown, once, [this, once, clip, event](const ShownClip &shown) {
        if (shown.clip == clip && !shown.analysis)
            return;
        disconnect(this, nullptr, once, nullptr);
        once->deleteLater();
        if (shown.clip == clip)
            view_.setEvent(event);
    });
}

} // namespace tagscope::ui
