// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/agreement_feature.h"

#include "ui/audit/agreement_panel.h"
#include "ui/audit/audit_records.h"
#include "ui/audit/merge_dialog.h"

#include <QDockWidget>

namespace tagscope::ui {

AgreementFeature::AgreementFeature(const FeatureContext &context, AuditRecords &records)
    : Feature(context), records_(records) {
    auto *panel = new AgreementPanel(context.document, records, context.document.edits(), context.auditor,
                                     context.document.undo());
    const QDockWidget *dock = addDock({.name = QStringLiteral("agreement"),
                                       .title = tr("Agreement"),
                                       .content = panel,
                                       .place = 100,
                                       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_G,
                                       .workspaces = {Workspace::Audit},
                                       .height = 0.45});
    addEntry("project", 104, *dock->toggleViewAction());
    addEntry("project", 305, "project.mergeAudit", tr("Merge another &annotator's project…"), {}, [this] { merge(); });
    connect(panel, &AgreementPanel::clipAsked, &context.clip, &CurrentClip::eventAsked);
    connect(panel, &AgreementPanel::mergeAsked, this, &AgreementFeature::merge);
}

void AgreementFeature::merge() {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (!project) {
        context_.say(tr("Open a project first: the other one is merged into it."));
        return;
    }
    const auto readAgain = [this, project] {
        if (project == context_.document.project())
            records_.read();
    };
    mergeDialog(project->store, readAgain, &context_.parent)->open();
}

} // namespace tagscope::ui
