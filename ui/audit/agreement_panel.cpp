// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/agreement_panel.h"

#include "ui/audit/agreement_view.h"
#include "ui/audit/consequences_view.h"
#include "ui/audit/disagreement_view.h"
#include "ui/audit/folder_watch.h"
#include "ui/audit/progress_view.h"
#include "ui/audit/remark_view.h"
#include "ui/audit/truth_view.h"
#include "ui/base/text.h"

#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

constexpr int kDelayMilliseconds = 100;

} // namespace

AgreementPanel::AgreementPanel(Document &document, AuditRecords &records, ProjectEdits &edits, Auditor &auditor,
                               QUndoStack &undo, QWidget *parent)
    : QWidget(parent), document_(document), records_(records), auditor_(auditor), agreement_(new AgreementView),
      disagreements_(new DisagreementView(records, edits, auditor, undo)), consequences_(new ConsequencesView(records)),
      team_(new ProgressView), truth_(new TruthView),
      remarks_(new RemarkView(records,
                              [this] {
                                  const QString name = disagreements_->decider();
                                  return name.isEmpty() ? std::string("lead") : name.toStdString();
                              })),
      tabs_(new QTabWidget), merge_(new QPushButton(tr("&Merge another annotator's project…"))),
      watch_(new FolderWatch) {
    tabs_->addTab(agreement_, tr("Agreement"));
    tabs_->addTab(disagreements_, tr("Disagreements"));
    tabs_->addTab(consequences_, tr("Consequences"));
    tabs_->addTab(team_, tr("Progress"));
    tabs_->addTab(truth_, tr("Truth"));
    tabs_->addTab(remarks_, tr("Remarks"));
    tabs_->setObjectName(QStringLiteral("agreementTabs"));
    tabs_->setDocumentMode(true);
    tabs_->setCornerWidget(merge_);
    merge_->setObjectName(QStringLiteral("mergeAudit"));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(watch_);
    rows->addWidget(tabs_, 1);
    delay_.setSingleShot(true);
    delay_.setInterval(kDelayMilliseconds);
    connect(&delay_, &QTimer::timeout, this, &AgreementPanel::refresh);
    connect(merge_, &QPushButton::clicked, this, &AgreementPanel::mergeAsked);
    connect(agreement_, &AgreementView::requestChanged, this, &AgreementPanel::summarise);
    connect(disagreements_, &DisagreementView::clipAsked, this, &AgreementPanel::clipAsked);
    connect(remarks_, &RemarkView::clipAsked, this, [this](ClipId clip) { Q_EMIT clipAsked(clip, 0); });
    connect(remarks_, &RemarkView::settled, this, &AgreementPanel::remarksSettled);
    connect(&records_, &AuditRecords::remarksChanged, remarks_, &RemarkView::refresh);
    connect(&records_, &AuditRecords::known, remarks_, &RemarkView::refresh);
    connect(&service_, &AgreementService::disagreementsListed, this,
            [this](const auto &disagreements) { disagreements_->setDisagreements(*disagreements); });
    connect(&service_, &AgreementService::summarised, this, [this](const auto &summary) {
        if (!project_)
            return;
        std::vector<QString> events;
        for (const EventClass &event : project_->contents.classes)
            events.push_back(toText(event.name));
        agreement_->setSummary(summary, events);
    });
    connect(&records_, &AuditRecords::known, this, &AgreementPanel::followVerdicts);
    connect(&records_, &AuditRecords::added, this, &AgreementPanel::followVerdicts);
    connect(&auditor_, &Auditor::stageChanged, this, &AgreementPanel::followStage);
    connect(&document_, &Document::opened, this, &AgreementPanel::followProject);
    connect(&document_, &Document::closed, this, &AgreementPanel::followProject);
    followProject();
    followStage();
}

void AgreementPanel::followProject() {
    if (project_ == document_.project() && project_)
        return;
    project_ = document_.project();
    watch_->stop();
    service_.forget();
    delay_.stop();
    agreement_->setSummary(nullptr, {});
    disagreements_->setProject(project_ ? &project_->contents : nullptr);
    consequences_->setProject(project_);
    team_->show(nullptr);
    remarks_->setProject(project_);
    truth_->setProject(project_ ? project_->store : nullptr);
    setEnabled(project_ != nullptr);
    isDue_ = false;
    if (project_ && records_.areKnown())
        followVerdicts();
}

void AgreementPanel::followVerdicts() {
    if (!project_ || !records_.areKnown())
        return;
    isDue_ = true;
    consequences_->setOutdated();
    if (isVisible())
        delay_.start();
}

void AgreementPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (isDue_)
        refresh();
}

void AgreementPanel::refresh() {
    if (!project_ || !records_.areKnown())
        return;
    isDue_ = false;
    service_.listDisagreements(records_.history());
    team_->show(project_->store);
    truth_->compute();
    summarise();
}

void AgreementPanel::showTeam() {
    tabs_->setCurrentWidget(team_);
}

void AgreementPanel::summarise() {
    if (project_ && records_.areKnown())
        service_.summarise(records_.history(), project_->contents.classes.size(), agreement_->request());
}

// Who judges blindly sees nothing of what others said.
void AgreementPanel::followStage() {
    tabs_->setVisible(!auditor_.hidesOutput());
    watch_->setResting(auditor_.stage().has_value());
}

} // namespace tagscope::ui
