// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_panel.h"

#include "ui/base/core_text.h"
#include "ui/base/empty_state.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"
#include "ui/base/usual_folder.h"
#include "ui/evaluation/class_figure.h"
#include "ui/evaluation/evaluation_files.h"
#include "ui/evaluation/name_box.h"
#include "ui/evaluation/report_table_model.h"
#include "ui/evaluation/tag_change_model.h"
#include "ui/evaluation/take_out_dialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

namespace {

QString warningsOf(const Report &report) { // a line each
    QStringList lines;
    for (const Message &warning : report.warnings)
        lines << translated(warning);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

EvaluationPanel::EvaluationPanel(Document &document, EvaluationService::MakeReport makeReport, QWidget *parent)
    : QWidget(parent), document_(document), service_(std::move(makeReport)), measuring_([this] { measure(); }),
      tableModel_(new ReportTableModel(this)), changeModel_(new TagChangeModel(this)), figure_(new ClassFigure),
      provenance_(new QTextBrowser), tabs_(new QTabWidget), point_(new QComboBox), against_(new QComboBox),
      split_(new QComboBox), truth_(new QComboBox), progress_(new QProgressBar), cancel_(new QPushButton(tr("Cancel"))),
      again_(new QPushButton(tr("Evaluate again"))), summary_(new QLabel), message_(new QLabel), age_(new QLabel),
      nothing_(new EmptyState(QStringLiteral("noEvaluation"))) {
    table_ = new FittedTable(*tableModel_, {0});
    table_->setCompact();
    table_->setObjectName(QStringLiteral("evaluation"));
    table_->setAccessibleName(tr("Micro F1 of systems and splits"));
    auto *scroll = new QScrollArea;
    scroll->setWidget(figure_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    provenance_->setFrameShape(QFrame::NoFrame);
    tabs_->addTab(table_, tr("Systems and splits"));
    tabs_->addTab(scroll, tr("F1 of each event"));
    tabs_->addTab(makeChanges(), tr("What changed"));
    tabs_->addTab(provenance_, tr("How it was computed"));
    tabs_->setDocumentMode(true);
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // A report may have a warning for each event: they scroll, and leave the figures their place.
    messageArea_ = new QScrollArea;
    messageArea_->setWidget(message_);
    messageArea_->setWidgetResizable(true);
    messageArea_->setFrameShape(QFrame::NoFrame);
    messageArea_->setMinimumHeight(fontMetrics().height() + 2);
    messageArea_->setMaximumHeight(4 * fontMetrics().lineSpacing());
    messageArea_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeControls());
    layout->addWidget(age_);
    layout->addWidget(messageArea_);
    age_->setObjectName(QStringLiteral("evaluationAge"));
    age_->setWordWrap(true);
    age_->setTextFormat(Qt::PlainText);
    age_->hide();
    layout->addWidget(tabs_, 1);
    layout->addWidget(nothing_, 1);
    layout->addWidget(makeButtons());
    connect(nothing_, &EmptyState::asked, this, &EvaluationPanel::tuningAsked);
    connectService();
    connect(&document_, &Document::opened, this, &EvaluationPanel::followProject);
    connect(&document_, &Document::closed, this, &EvaluationPanel::followProject);
    for (const auto change : {&ProjectEdits::scoresChanged, &ProjectEdits::pointsChanged})
        connect(&document_.edits(), change, this, &EvaluationPanel::followFigures);
    forget();
    followProject();
}

QWidget *EvaluationPanel::makeControls() {
    auto *controls = new QWidget;
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, row](const QString &name, QComboBox *box) {
        auto *label = new QLabel(name);
        label->setBuddy(box);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(label);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &EvaluationPanel::measure);
    };
    add(tr("S&ystem:"), point_);
    add(tr("com&pared with:"), against_);
    add(tr("Sp&lit:"), split_);
    add(tr("L&abels:"), truth_);
    for (const auto &[name, truth] :
         {std::pair(tr("weak"), Truth::Weak), std::pair(tr("audible"), Truth::Audible),
          std::pair(tr("visible"), Truth::Visible), std::pair(tr("audited"), Truth::Audited)})
        truth_->addItem(name, static_cast<int>(truth));
    row->addStretch(1);
    progress_->setRange(0, 100);
    progress_->setMaximumWidth(12 * fontMetrics().averageCharWidth());
    row->addWidget(progress_);
    row->addWidget(cancel_);
    row->addWidget(again_);
    progress_->hide();
    cancel_->hide();
    connect(cancel_, &QPushButton::clicked, &service_, &EvaluationService::cancel);
    connect(again_, &QPushButton::clicked, this, &EvaluationPanel::measure);
    return controls;
}

QWidget *EvaluationPanel::makeChanges() {
    changes_ = new FittedTable(*changeModel_, {TagChangeModel::Clip, TagChangeModel::Event});
    changes_->setObjectName(QStringLiteral("changes"));
    changes_->setAccessibleName(tr("Tags that changed"));
    summary_->setWordWrap(true);
    const auto open = [this](const QModelIndex &index) {
        const TagChange &change = changeModel_->change(index.row());
        Q_EMIT clipAsked(toText(change.clip), static_cast<int>(change.event));
    };
    connect(changes_, &QTableView::clicked, this, open);
    connect(changes_, &QTableView::activated, this, open);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(summary_);
    layout->addWidget(changes_, 1);
    return page;
}

QWidget *EvaluationPanel::makeButtons() {
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Save the report as:")));
    for (const auto &[name, suffix, filter] :
         {std::tuple(tr("&HTML…"), QStringLiteral("html"), tr("Web pages (*.html)")),
          std::tuple(tr("&PDF…"), QStringLiteral("pdf"), tr("PDF documents (*.pdf)")),
          std::tuple(tr("&CSV…"), QStringLiteral("csv"), tr("Tables (*.csv)")),
          std::tuple(tr("&JSON…"), QStringLiteral("json"), tr("JSON documents (*.json)"))}) {
        auto *button = new QPushButton(name);
        connect(button, &QPushButton::clicked, this,
                [this, suffix = suffix, filter = filter] { askForFile(suffix, filter); });
        row->addWidget(button);
        saves_ << button;
    }
    row->addStretch(1);
    auto *takeOut = new QPushButton(tr("&Export labels and predictions…"));
    connect(takeOut, &QPushButton::clicked, this, [this] { exportSome(ExportContent::Tags); });
    row->addWidget(takeOut);
    return buttons;
}

void EvaluationPanel::connectService() {
    connect(&service_, &EvaluationService::began, this, [this] {
        progress_->setValue(0);
        progress_->show();
        cancel_->show();
        again_->hide();
    });
    const auto end = [this] {
        measuring_.over();
        progress_->hide();
        cancel_->hide();
        again_->show();
    };
    connect(&service_, &EvaluationService::progressed, progress_,
            [this](double fraction) { progress_->setValue(static_cast<int>(100 * fraction)); });
    connect(&service_, &EvaluationService::made, this,
            [this, end](const std::shared_ptr<const EvaluationContents> &contents) {
                end();
                take(contents);
            });
    connect(&service_, &EvaluationService::failed, this, [this, end](const Error &error) {
        end();
        if (report_)
            notify(error.isCancelled() ? tr("Cancelled: these are the previous figures.") : translated(error.message));
        else
            showNothing(error.isCancelled() ? tr("Cancelled.") : translated(error.message),
                        error.message.id == "evaluation.no_points");
    });
    connect(&service_, &EvaluationService::saved, this, [this](const QString &file, const QString &remark) {
        notifyOfFile(tr("Written: %1. %2").arg(file, remark));
    });
    connect(&service_, &EvaluationService::saveFailed, this,
            [this](const Error &error) { notifyOfFile(translated(error.message)); });
}

QTableView *EvaluationPanel::table() const {
    return table_;
}

QTableView *EvaluationPanel::changes() const {
    return changes_;
}

void EvaluationPanel::followProject() {
    if (project_ == document_.project())
        return;
    project_ = document_.project();
    service_.cancel();
    forget();
    if (!project_)
        return;
    isDue_ = true;
    if (isVisible())
        measure();
}

// As soon as there is something to measure; figures that are there stay until somebody asks for others.
void EvaluationPanel::followFigures() {
    if (!project_)
        return;
    if (report_ || service_.isRunning()) {
        areFiguresOld_ = true;
        showAge();
        return;
    }
    isDue_ = true;
    if (isVisible())
        measuring_.want();
}

void EvaluationPanel::setChosen(const QString &point, bool isChanged) {
    if (point == chosen_ && isChanged == isChosenMoved_)
        return;
    const bool isOther = point != chosen_;
    chosen_ = point;
    isChosenMoved_ = isChanged;
    if (isOther && point_->count() > 0)
        point_->setItemText(0, chosenText());
    if (isOther && !report_)
        followFigures();
    showAge();
}

QString EvaluationPanel::chosenText() const {
    return chosen_.isEmpty() ? tr("newest (%1)").arg(toText(report_->systems.back().point.name))
                             : tr("chosen point (%1)").arg(chosen_);
}

// What is shown stays until somebody asks for other figures, and says so.
void EvaluationPanel::showAge() {
    QString text;
    const bool isOfChosen = report_ && point_->currentIndex() == 0;
    if (report_ && isOfChosen && measuredAt_ != chosen_)
        text = tr("⚠ These figures are stale: they are of %1, and the chosen point is %2 now.")
                   .arg(measuredAt_.isEmpty() ? toText(report_->systems.back().point.name) : measuredAt_, chosen_);
    else if (report_ && areFiguresOld_)
        text = tr("⚠ These figures are stale: scores, labels or points have changed since.");
    else if (isOfChosen && isChosenMoved_)
        text = tr("Weights or thresholds have been moved and are not saved: these figures are of %1 as it is stored.")
                   .arg(chosen_);
    age_->setText(text);
    age_->setVisible(!text.isEmpty());
}

void EvaluationPanel::forget() {
    report_.reset();
    measuring_.forget();
    areFiguresOld_ = false;
    age_->hide();
    tableModel_->setReport(nullptr);
    changeModel_->setReport(nullptr);
    figure_->setReport(nullptr);
    provenance_->clear();
    summary_->clear();
    for (QComboBox *box : {point_, against_, split_})
        box->clear();
    for (QPushButton *save : saves_)
        save->setEnabled(false);
    setEnabled(project_ != nullptr);
    notify({});
    showNothing(project_ ? tr("Not measured yet.") : tr("Open a project to evaluate its systems."), false);
}

// In the place of the tables, a sentence a line.
void EvaluationPanel::showNothing(QString text, bool canBeTuned) {
    nothing_->setText(text.replace(QStringLiteral(". "), QStringLiteral(".\n")));
    nothing_->setAction(canBeTuned ? tr("Tune…") : QString());
    nothing_->show();
    tabs_->hide();
}

void EvaluationPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (isDue_)
        measure();
}

void EvaluationPanel::measure() {
    if (!project_)
        return;
    isDue_ = false;
    ReportRequest request;
    request.point = point_->currentData().toString().toStdString();
    if (request.point.empty())
        request.point = chosen_.toStdString();
    measuredAt_ = chosen_;
    areFiguresOld_ = false;
    request.against = against_->currentData().toString().toStdString();
    request.split = split_->currentData().toString().toStdString();
    request.truth = static_cast<Truth>(truth_->currentData().toInt());
    request.programVersion = QCoreApplication::applicationVersion().toStdString();
    service_.start(project_->store, request);
}

void EvaluationPanel::take(const std::shared_ptr<const EvaluationContents> &contents) {
    report_ = std::shared_ptr<const Report>(contents, &contents->report);
    QStringList points;
    for (const std::string &point : contents->points)
        points << toText(point);
    const System &shown = report_->systems[report_->shown];
    fillNames(*point_, points, chosenText());
    showAge();
    fillNames(*against_, points, tr("audio alone"));
    QStringList splits;
    for (const SplitFigures &figures : report_->figures)
        if (const QString split = toText(figures.split); !splits.contains(split))
            splits << split;
    fillNames(*split_, splits, tr("default (%1)").arg(toText(report_->close().split)));
    tableModel_->setReport(report_);
    table_->fit();
    changeModel_->setReport(report_);
    figure_->setReport(report_);
    provenance_->setHtml(QString::fromStdString(provenanceHtml(*report_)));
    summary_->setText(summaryOfChanges(*report_));
    for (QPushButton *save : saves_)
        save->setEnabled(true);
    notify(warningsOf(*report_));
    nothing_->hide();
    tabs_->show();
    tabs_->setTabText(1, tr("F1 of each event (%1)").arg(toText(report_->close().split)));
    tabs_->setToolTip(toText(titleOf(shown)));
}

void EvaluationPanel::notify(const QString &text) {
    message_->setText(text);
    messageArea_->setVisible(!text.isEmpty());
}

void EvaluationPanel::notifyOfFile(const QString &text) {
    const QString warnings = report_ ? warningsOf(*report_) : QString();
    notify(warnings.isEmpty() ? text : text + QLatin1Char('\n') + warnings);
    Q_EMIT said(text);
}

void EvaluationPanel::askForFile(const QString &suffix, const QString &filter) {
    const QString key = QStringLiteral("evaluation/folder");
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the report"),
                                                      usualFolder(key) + QStringLiteral("/report.") + suffix, filter);
    if (file.isEmpty())
        return;
    QSettings().setValue(key, QFileInfo(file).path());
    save(QFileInfo(file).suffix().isEmpty() ? file + QLatin1Char('.') + suffix : file);
}

void EvaluationPanel::exportSome(ExportContent content) {
    if (!project_)
        return;
    const QString shown = point_->currentIndex() > 0 ? point_->currentData().toString() : chosen_;
    auto *dialog = new TakeOutDialog(content, namesIn(*split_), namesIn(*point_), shown, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, analyst = project_->analyst] {
        notifyOfFile(tr("Exporting to %1…").arg(dialog->target()));
        service_.exportTo(analyst, dialog->request(), dialog->target());
    });
    dialog->open();
}

void EvaluationPanel::save(const QString &file) {
    if (report_)
        service_.save(file, [report = report_, suffix = QFileInfo(file).suffix().toLower()] {
            return reportBytes(*report, suffix);
        });
}

} // namespace tagscope::ui
