// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_report.h"
#include "ui/audit/agreement_service.h"
#include "ui/audit/audit_records.h"
#include "ui/document/auditor.h"
#include "ui/document/document.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QPushButton;
class QTabWidget;
class QUndoStack;

namespace tagscope::ui {

class AgreementView;
class ConsequencesView;
class DisagreementView;
class FolderWatch;
class ProgressView;
class RemarkView;
class TruthView;

// What several annotators say together: how far they agree, where they do not and what is decided there, and what that
// means for the figures. Follows the verdicts while it is seen. Shows nothing while an annotator may not see what
// others said. GUI thread.
class AgreementPanel : public QWidget {
    Q_OBJECT

public:
    // All outlive it.
    AgreementPanel(Document &document, AuditRecords &records, ProjectEdits &edits, Auditor &auditor, QUndoStack &undo,
                   QWidget *parent = nullptr);

    void showTeam(); // in front of the other tabs
    [[nodiscard]] FolderWatch &watch() { return *watch_; }

Q_SIGNALS:
    void clipAsked(ClipId clip, int event);
    void mergeAsked();
    void remarksSettled(const AuditImportReport &report, const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void followProject();
    void followVerdicts();
    void refresh();
    void summarise();
    void followStage();

    Document &document_;
    AuditRecords &records_;
    Auditor &auditor_;
    AgreementService service_;
    std::shared_ptr<const OpenProject> project_; // null: none
    bool isDue_ = false;                         // once it is seen
    QTimer delay_;                               // verdicts that come together are taken together
    AgreementView *agreement_;
    DisagreementView *disagreements_;
    ConsequencesView *consequences_;
    ProgressView *team_;
    TruthView *truth_;
    RemarkView *remarks_;
    QTabWidget *tabs_;
    QPushButton *merge_;
    FolderWatch *watch_;
};

} // namespace tagscope::ui
