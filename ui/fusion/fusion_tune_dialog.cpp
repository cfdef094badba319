// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_tune_dialog.h"

#include "ui/base/core_text.h"
#include "ui/base/high_enough.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/fusion/tuning_outcome.h"
#include "ui/plot/line_chart.h"
#include "ui/plot/run_style.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>
#include <thread>

namespace tagscope::ui {
namespace {

QString percent(double share) {
    return numberText(100 * share, 1);
}

constexpr int kAllMethods = -1;

QLabel *makeText() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

FusionTuneDialog::FusionTuneDialog(WorkbenchService &workbench, TuningService &tuning, PointLibrary &library,
                                   QWidget *parent)
    : QDialog(parent), workbench_(workbench), tuning_(tuning), library_(library), clips_(makeText()),
      banner_(makeText()), method_(new QComboBox), weights_(new QComboBox), seed_(new QSpinBox),
      start_(new QPushButton(tr("&Tune"))), cancel_(new QPushButton(tr("&Cancel"))), progress_(new QProgressBar),
      stage_(new QLabel),
      chart_(new LineChart(QStringLiteral("tuning"), tr("Micro F1"), QString(), LineChart::Range::Fitted)),
      estimate_(makeText()), outcome_(makeText()), question_(new QWidget), change_(makeText()), use_(new QPushButton),
      keep_(new QPushButton) {
    setObjectName(QStringLiteral("tuneDialog"));
    setWindowTitle(tr("Tune weights and thresholds"));
    makeForm();
    connect(method_, &QComboBox::currentIndexChanged, this, &FusionTuneDialog::follow);
    connect(start_, &QPushButton::clicked, this, &FusionTuneDialog::start);
    connect(cancel_, &QPushButton::clicked, &tuning, &TuningService::cancel);
    connect(&workbench, &WorkbenchService::loaded, this, &FusionTuneDialog::follow);
    connect(&tuning, &TuningService::advanced, this, &FusionTuneDialog::take);
    connect(&tuning, &TuningService::ended, this, &FusionTuneDialog::finish);
    follow();
}

void FusionTuneDialog::makeForm() {
    for (const TuningMethod method :
         {TuningMethod::Paper, TuningMethod::Exact, TuningMethod::Joint, TuningMethod::Calibrated})
        method_->addItem(methodText(method), static_cast<int>(method));
    method_->addItem(tr("Try all methods"), kAllMethods);
    method_->setObjectName(QStringLiteral("tuneMethod"));
    weights_->addItem(tr("The paper's rule: 0.8 where video beats audio, else 0.2"));
    weights_->addItem(tr("As currently set"));
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setValue(1);
    seed_->setToolTip(tr("For the order in the paper's procedure, for the folds, and for the bootstrap"));
    banner_->setObjectName(QStringLiteral("tuneBanner"));
    outcome_->setObjectName(QStringLiteral("tuneOutcome"));
    estimate_->setObjectName(QStringLiteral("tuneEstimate"));
    giveRole(*estimate_, TextRole::Display);
    estimate_->hide();
    start_->setObjectName(QStringLiteral("tuneStart"));
    start_->setDefault(true);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false); // a thin line, which has no room for letters
    chart_->setXTitle(tr("step"));
    chart_->setMessage(tr("The result of each step is drawn here."));
    chart_->setMinimumHeight(13 * fontMetrics().height()); // lower, its figures have no room

    auto *form = new QFormLayout;
    form->addRow(tr("Clips:"), clips_);
    form->addRow(tr("&Method:"), method_);
    form->addRow(tr("&Weights:"), weights_);
    form->addRow(tr("&Seed:"), seed_);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(progress_, 1);
    buttons->addWidget(cancel_);
    buttons->addWidget(start_);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    close->setToolTip(tr("Tuning goes on"));
    connect(close, &QPushButton::clicked, this, &FusionTuneDialog::close);
    buttons->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(form);
    rows->addWidget(banner_);
    rows->addWidget(chart_, 1);
    rows->addWidget(estimate_);
    rows->addWidget(outcome_);
    rows->addWidget(makeQuestion());
    rows->addWidget(stage_);
    rows->addLayout(buttons);
    resize(34 * fontMetrics().height(), 30 * fontMetrics().height());
    keepHighEnough(*this);
}

QWidget *FusionTuneDialog::makeQuestion() {
    change_->setObjectName(QStringLiteral("tuneChange"));
    use_->setObjectName(QStringLiteral("tuneUse"));
    keep_->setObjectName(QStringLiteral("tuneKeep"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(keep_);
    buttons->addWidget(use_);
    auto *rows = new QVBoxLayout(question_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(change_);
    rows->addLayout(buttons);
    connect(use_, &QPushButton::clicked, this, [this] { answer(true); });
    connect(keep_, &QPushButton::clicked, this, [this] { answer(false); });
    question_->hide();
    return question_;
}

// What would change if the point judged the clips.
void FusionTuneDialog::ask(const TuningEnd::Outcome &outcome) {
    const WorkbenchContents &contents = *outcome.contents;
    Workbench preview(contents.tables, contents.audible, workbench_.point());
    preview.setPoint(tuned_.point);
    const std::vector<FlippedTag> flips = preview.flips();
    const auto gained = std::ranges::count_if(flips, [&](const FlippedTag &flip) {
        return (contents.tables.truth(flip.clip, flip.event) != 0) == flip.isTagged;
    });
    const auto all = static_cast<int>(flips.size());
    const auto right = static_cast<int>(gained);
    const QString before = workbench_.name().empty() ? tr("the project defaults") : toText(workbench_.name());
    change_->setText(tr("Use this point?") + QLatin1Char(' ') +
                     tr("%n tag(s) of “%1” would change", nullptr, all).arg(toText(contents.split)) +
                     QStringLiteral(": ") +
                     tr("%1 become right, %2 become wrong by the weak labels; micro F1 from %3 % (%4) to %5 %.")
                         .arg(QString::number(right), QString::number(all - right),
                              percent(total(preview.savedCounts(Workbench::Labels::Weak)).f1()), before,
                              percent(total(preview.counts(Workbench::Labels::Weak)).f1())));
    use_->setText(tr("&Use %1").arg(toText(tuned_.name)));
    keep_->setText(tr("&Keep %1").arg(before));
    question_->show();
}

void FusionTuneDialog::answer(bool isUsed) {
    question_->hide();
    if (isUsed)
        workbench_.use(tuned_);
}

SystemTuning FusionTuneDialog::chosen() const {
    SystemTuning how;
    if (!triesAll())
        how.method = static_cast<TuningMethod>(method_->currentData().toInt());
    if (weights_->isEnabled() && weights_->currentIndex() == 1)
        how.videoWeight = workbench_.point().videoWeight;
    how.seed = static_cast<std::uint64_t>(seed_->value());
    how.threads = std::max(1U, std::thread::hardware_concurrency());
    how.before = workbench_.point();
    return how;
}

bool FusionTuneDialog::triesAll() const {
    return method_->currentData().toInt() == kAllMethods;
}

void FusionTuneDialog::follow() {
    const WorkbenchContents *contents = workbench_.contents();
    const bool canTune = workbench_.bench() != nullptr;
    const bool hasBoth = canTune && !contents->audioSource.empty() && !contents->videoSource.empty();
    const TuningMethod method = chosen().method;
    const bool isPossible = canTune && (method != TuningMethod::Joint || hasBoth);
    weights_->setEnabled(hasBoth && (method == TuningMethod::Paper || method == TuningMethod::Exact));
    clips_->setText(
        canTune
            ? tr("%1 of the split “%2”, by their weak labels").arg(contents->clips.size()).arg(toText(contents->split))
            : tr("none with probabilities"));
    banner_->setVisible(canTune && (contents->isHeldOut || !isPossible));
    banner_->setText(!isPossible ? tr("Weights are tuned between audio and video; one of them is missing.")
                                 : tr("⚠ The split “%1” is meant for evaluation: after tuning on it, its figures are "
                                      "too optimistic. Choose validation instead.")
                                       .arg(toText(canTune ? contents->split : std::string())));
    start_->setEnabled(isPossible && !tuning_.isRunning());
    cancel_->setEnabled(tuning_.isRunning());
}

void FusionTuneDialog::start() {
    if (workbench_.bench() == nullptr || tuning_.isRunning())
        return;
    steps_.clear();
    folds_.clear();
    chart_->setLines({});
    outcome_->clear();
    estimate_->hide();
    question_->hide();
    progress_->setValue(0);
    tuning_.start(workbench_.sharedContents(), chosen(), triesAll());
    follow();
}

void FusionTuneDialog::take(const std::vector<TuningNews> &news) {
    constexpr double kTuning = 0.05; // of the time; the rest is the estimate, which tunes again and again
    for (const TuningNews &step : news) {
        const double done = step.isFold ? kTuning + (1.0 - kTuning) * step.fraction : kTuning * step.fraction;
        progress_->setValue(static_cast<int>(1000 * done));
        stage_->setText(step.stage);
        if (step.microF1)
            (step.isFold ? folds_ : steps_)
                .push_back(QPointF(static_cast<double>(steps_.size() + folds_.size() + 1), *step.microF1));
    }
    const bool isOnDark = palette().color(QPalette::Base).lightness() < 128;
    const LineStyle tuned = lineStyle(0, isOnDark);
    const LineStyle held = lineStyle(1, isOnDark);
    chart_->setLines({{tr("on the tuning clips"), tuned.colour, tuned.dashes, 2.0, true, steps_},
                      {tr("on each fold's own clips"), held.colour, held.dashes, 2.0, true, folds_}});
    chart_->setLegend(tr("<font color=\"%1\">● on the tuning clips</font> &nbsp; <font color=\"%2\">● on held-out "
                         "clips, fold by fold</font>")
                          .arg(tuned.colour.name(), held.colour.name()));
}

void FusionTuneDialog::finish(const TuningEnd &end) {
    follow();
    if (!end.outcome) {
        outcome_->setText(end.outcome.error().isCancelled() ? tr("Cancelled. Nothing was changed.")
                                                            : translated(end.outcome.error().message));
        return;
    }
    progress_->setValue(progress_->maximum());
    stage_->clear();
    const TuningEnd::Outcome &outcome = *end.outcome;
    if (workbench_.contents() == nullptr || outcome.contents->split != workbench_.contents()->split) {
        outcome_->setText(tr("Other clips were opened in the meantime; the result is discarded."));
        return;
    }
    const WorkbenchContents &contents = *outcome.contents;
    NamedOperatingPoint point;
    const char *branches = contents.videoSource.empty()   ? "audio-"
                           : contents.audioSource.empty() ? "video-"
                                                          : "fusion-";
    const ComparedWay &best = outcome.best();
    const TunedSystem &tuned = best.system.tuned;
    point.method = nameOf(best.how.method);
    point.name = library_.freeName(branches + point.method);
    point.point = tuned.point;
    point.tunedOn = contents.split;
    point.audioSource = contents.audioSource;
    point.videoSource = contents.videoSource;
    point.microF1 = tuned.microF1;
    point.seed = best.how.seed;
    point.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    if (const std::optional<HeldOutEstimate> &heldOut = best.system.heldOut) {
        point.crossValidatedF1 = heldOut->microF1;
        point.interval = heldOut->interval;
    }
    estimate_->setText(estimateText(outcome));
    estimate_->setVisible(!estimate_->text().isEmpty());
    outcome_->setText(outcomeText(outcome) + QLatin1Char('\n') + tr("It is saved as %1.").arg(toText(point.name)));
    library_.storeBeside(point, contents.digest);
    tuned_ = std::move(point);
    ask(outcome);
}

} // namespace tagscope::ui
