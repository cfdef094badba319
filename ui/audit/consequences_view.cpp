// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/consequences_view.h"

#include "ui/audit/audit_records.h"
#include "ui/audit/audit_tables.h"
#include "ui/base/core_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

ConsequencesView::ConsequencesView(AuditRecords &records, QWidget *parent)
    : QWidget(parent), records_(records), noise_(new FigureTableModel(this)), precision_(new FigureTableModel(this)),
      truths_(new FigureTableModel(this)), noiseSource_(new QLabel), precisionSource_(new QLabel),
      truthSource_(new QLabel), tabs_(new QTabWidget), split_(new QComboBox), point_(new QComboBox),
      progress_(new QProgressBar), cancel_(new QPushButton(tr("Cancel"))),
      again_(new QPushButton(tr("Compute a&gain"))), message_(new QLabel) {
    noise_->setTable(noiseTable({}));
    precision_->setTable(precisionTable({}));
    truths_->setTable({{tr("F1, %")}, {}});
    tabs_->setDocumentMode(true);
    addTable(tr("Label noise"), QStringLiteral("labelNoise"), *noise_, *noiseSource_);
    addTable(tr("Precision of the queue"), QStringLiteral("queuePrecision"), *precision_, *precisionSource_);
    addTable(tr("F1 by labels"), QStringLiteral("f1ByLabels"), *truths_, *truthSource_);
    message_->setObjectName(QStringLiteral("consequencesMessage"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(makeControls());
    rows->addWidget(message_);
    rows->addWidget(tabs_, 1);
    connectServices();
    showState();
}

QWidget *ConsequencesView::makeControls() {
    auto *controls = new QWidget;
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    split_->setObjectName(QStringLiteral("consequencesSplit"));
    point_->setObjectName(QStringLiteral("consequencesPoint"));
    point_->addItem(tr("default"), QString());
    for (const auto &[text, box] : {std::pair(tr("S&plit:"), split_), std::pair(tr("S&ystem of F1:"), point_)}) {
        auto *label = new QLabel(text);
        label->setBuddy(box);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(label);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ConsequencesView::compute);
    }
    row->addStretch(1);
    progress_->setRange(0, 100);
    progress_->setMaximumWidth(12 * fontMetrics().averageCharWidth());
    row->addWidget(progress_);
    row->addWidget(cancel_);
    row->addWidget(again_);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        service_.cancelEstimate();
        evaluation_.cancel();
    });
    connect(again_, &QPushButton::clicked, this, &ConsequencesView::compute);
    return controls;
}

void ConsequencesView::addTable(const QString &title, const QString &name, FigureTableModel &model, QLabel &source) {
    auto *table = new FittedTable(model, {0});
    table->setCompact();
    table->setObjectName(name);
    table->setAccessibleName(title);
    offerExport(*table, name);
    source.setWordWrap(true);
    source.setTextFormat(Qt::PlainText);
    source.setTextInteractionFlags(Qt::TextSelectableByMouse);
    source.setObjectName(name + QStringLiteral("Source"));
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(&source);
    rows->addWidget(table, 1);
    tabs_->addTab(page, title);
    tables_.push_back(table);
}

void ConsequencesView::connectServices() {
    connect(&service_, &AgreementService::estimated, this, [this](const auto &estimates) {
        isEstimating_ = false;
        take(estimates);
        showState();
    });
    connect(&service_, &AgreementService::estimateFailed, this, [this](const Error &error) {
        isEstimating_ = false;
        noiseSource_->setText(error.isCancelled() ? tr("Cancelled: these are the previous figures.")
                                                  : translated(error.message));
        precisionSource_->setText(noiseSource_->text());
        showState();
    });
    connect(&evaluation_, &EvaluationService::progressed, progress_,
            [this](double fraction) { progress_->setValue(static_cast<int>(100 * fraction)); });
    connect(&evaluation_, &EvaluationService::made, this,
            [this](const std::shared_ptr<const EvaluationContents> &contents) {
                contents_ = contents;
                fillPoints();
                showTruths();
                showState();
            });
    connect(&evaluation_, &EvaluationService::failed, this, [this](const Error &error) {
        if (error.isCancelled())
            truthSource_->setText(contents_ ? tr("Cancelled: these are the previous figures.") : QString());
        else
            truthSource_->setText(translated(error.message));
        showState();
    });
}

void ConsequencesView::setProject(const std::shared_ptr<const OpenProject> &project) {
    project_ = project;
    service_.forget();
    evaluation_.cancel();
    isEstimating_ = false;
    clearTables();
    split_->clear();
    point_->clear();
    point_->addItem(tr("default"), QString());
    isDue_ = project_ != nullptr;
    if (project_)
        fillSplits(project_->contents);
    message_->clear();
    showState();
    if (isVisible())
        compute();
}

void ConsequencesView::clearTables() {
    estimates_.reset();
    contents_.reset();
    noise_->setTable(noiseTable({}));
    precision_->setTable(precisionTable({}));
    truths_->setTable({{tr("F1, %")}, {}});
    for (QLabel *source : {noiseSource_, precisionSource_, truthSource_})
        source->clear();
}

void ConsequencesView::fillSplits(const ProjectContents &contents) {
    QStringList splits;
    for (const LabelledClip &clip : contents.clips)
        if (const QString split = toText(clip.clip.split); !split.isEmpty() && !splits.contains(split))
            splits << split;
    split_->addItem(tr("all"), QString());
    for (const QString &split : splits)
        split_->addItem(split, split);
    // Where figures are told of.
    split_->setCurrentIndex(std::max(0, split_->findData(QStringLiteral("test"))));
}

// Keeps what was chosen.
void ConsequencesView::fillPoints() {
    const QSignalBlocker blocker(point_);
    const QString chosen = point_->currentData().toString();
    point_->clear();
    point_->addItem(tr("default (%1)").arg(toText(contents_->report.systems.back().point.name)), QString());
    for (const std::string &point : contents_->points)
        point_->addItem(toText(point), toText(point));
    point_->setCurrentIndex(std::max(0, point_->findData(chosen)));
}

void ConsequencesView::setOutdated() {
    if (!estimates_ && !contents_) {
        isDue_ = project_ != nullptr;
        if (isVisible())
            compute();
        return;
    }
    message_->setText(tr("There are new verdicts: compute again to include them."));
    showState();
}

void ConsequencesView::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (isDue_)
        compute();
}

std::vector<QString> ConsequencesView::events() const {
    std::vector<QString> names;
    for (const EventClass &event : project_->contents.classes)
        names.push_back(toText(event.name));
    return names;
}

void ConsequencesView::compute() {
    if (!project_ || !records_.areKnown())
        return;
    isDue_ = false;
    isEstimating_ = true;
    message_->clear();
    progress_->setValue(0);
    const std::string split = split_->currentData().toString().toStdString();
    std::vector<std::string> names;
    for (const EventClass &event : project_->contents.classes)
        names.push_back(event.name);
    service_.estimate(project_->store, std::move(names), records_.history(), split);
    ReportRequest request;
    request.point = point_->currentData().toString().toStdString();
    request.split = split;
    if (!split.empty())
        request.splits = {split};
    request.programVersion = QCoreApplication::applicationVersion().toStdString();
    evaluation_.start(project_->store, request);
    showState();
}

void ConsequencesView::take(const std::shared_ptr<const AuditEstimates> &estimates) {
    estimates_ = estimates;
    noise_->setTable(noiseTable(*estimates));
    precision_->setTable(precisionTable(*estimates));
    noiseSource_->setText(noiseSource(*estimates));
    precisionSource_->setText(estimates->precision ? precisionSource(*estimates, events())
                                                   : translated(estimates->problem));
    showTruths();
    for (FittedTable *table : tables_)
        table->fit();
}

void ConsequencesView::showTruths() {
    if (!contents_)
        return;
    const Report &report = contents_->report;
    // Labels that changed are counted of the split that is measured, or not at all.
    const bool isSame = estimates_ && estimates_->split == report.close().split;
    const std::vector<LabelChanges> changes = isSame ? estimates_->changes : std::vector<LabelChanges>();
    truths_->setTable(truthTable(report, changes));
    truthSource_->setText(truthSource(report, changes));
    tables_.back()->fit();
}

void ConsequencesView::showState() {
    const bool isBusy = isEstimating_ || evaluation_.isRunning();
    progress_->setVisible(isBusy);
    cancel_->setVisible(isBusy);
    again_->setVisible(!isBusy);
    again_->setEnabled(project_ != nullptr);
    message_->setVisible(!message_->text().isEmpty());
}

} // namespace tagscope::ui
