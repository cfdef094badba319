// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/agreement_feature.h"

#include "ui/audit/agreement_panel.h"
#include "ui/audit/audit_records.h"
#include "ui/audit/folder_watch.h"
#include "ui/audit/merge_dialog.h"
#include "ui/audit/plan_dialog.h"
#include "ui/audit/publish_dialog.h"
#include "ui/base/text.h"
#include "ui/base/usual_folder.h"
#include "ui/document/import_command.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QSettings>

namespace tagscope::ui {

AgreementFeature::AgreementFeature(const FeatureContext &context, AuditRecords &records)
    : Feature(context), records_(records),
      panel_(new AgreementPanel(context.document, records, context.document.edits(), context.auditor,
                                context.document.undo())),
      dock_(addDock({.name = QStringLiteral("agreement"),
                     .title = tr("Agreement"),
                     .content = panel_,
                     .place = 100,
                     .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_G,
                     .workspaces = {Workspace::Audit},
                     .height = 0.45})) {
    addEntry("project", 104, *dock_->toggleViewAction());
    addEntry("project", 305, "project.mergeAudit", tr("Merge another &annotator's project…"), {}, [this] { merge(); });
    addLeadEntries();
    addWatchEntry();
    connect(panel_, &AgreementPanel::clipAsked, &context.clip, &CurrentClip::eventAsked);
    connect(panel_, &AgreementPanel::remarksSettled, this,
            [this](const AuditImportReport &report, const QString &text) {
                takeImported(context_.document, report, text);
            });
    connect(panel_, &AgreementPanel::mergeAsked, this, &AgreementFeature::merge);
}

void AgreementFeature::addLeadEntries() {
    addEntry("audit", 401, "team.plan", tr("&Plan an audit…"), {}, [this] {
        withProject(
            [this](const auto &project) { planDialog(project->store, readerOf(project), &context_.parent)->open(); });
    });
    addEntry("audit", 402, "team.progress", tr("Pro&gress of the team"), {}, [this] {
        context_.present(*dock_);
        panel_->showTeam();
    });
    addEntry("audit", 403, "team.publish", tr("Pub&lish the audit…"), {}, [this] {
        withProject([this](const auto &project) { publishDialog(project->store, &context_.parent)->open(); });
    });
}

void AgreementFeature::addWatchEntry() {
    FolderWatch &watch = panel_->watch();
    QAction *entry = addEntry("audit", 404, "team.watch", tr("Watch a fol&der…"), {}, [this] {
        if (panel_->watch().isWatching())
            panel_->watch().stop();
        else
            startWatching();
    });
    connect(&watch, &FolderWatch::changed, this, [&watch, entry] {
        entry->setText(watch.isWatching() ? tr("Stop watching the fol&der") : tr("Watch a fol&der…"));
    });
    connect(&watch, &FolderWatch::came, this,
            [this](const std::shared_ptr<Project> &project, const AuditImportReport &changes) {
                if (const auto open = context_.document.project(); open && open->store == project)
                    takeImported(context_.document, changes, tr("merging what came into the watched folder"));
            });
}

void AgreementFeature::startWatching() {
    withProject([this](const auto &project) {
        const QString key = QStringLiteral("audit/watched");
        const QString chosen = QFileDialog::getExistingDirectory(
            &context_.parent, tr("Where annotators put what they judged"), usualFolder(key));
        if (chosen.isEmpty() || project != context_.document.project())
            return;
        QSettings().setValue(key, chosen);
        context_.present(*dock_);
        panel_->showTeam();
        panel_->watch().start(project->store, toPath(chosen));
    });
}

void AgreementFeature::withProject(const std::function<void(const std::shared_ptr<const OpenProject> &)> &run) const {
    if (const std::shared_ptr<const OpenProject> project = context_.document.project())
        run(project);
    else
        context_.say(tr("Open the lead's project first."));
}

// Others change what annotators said: it is read anew, where the project is still open.
std::function<void()> AgreementFeature::readerOf(const std::shared_ptr<const OpenProject> &project) {
    return [this, project] {
        if (project == context_.document.project())
            records_.read();
    };
}

void AgreementFeature::merge() {
    withProject([this](const auto &project) {
        const auto take = [this, project](const AuditImportReport &added) {
            if (project == context_.document.project())
                takeImported(context_.document, added, tr("merging what annotators sent"));
        };
        mergeDialog(project->store, take, &context_.parent)->open();
    });
}

} // namespace tagscope::ui
