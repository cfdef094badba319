// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_setup.h"

#include "core/training/project_training.h"
#include "core/training/recipes.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/training/training_settings_form.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kPerMille = 1000;

QLabel *wrappedText() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TrainingSetup::TrainingSetup(TrainingService &service, CheckTrainingFunction check, QWidget *parent)
    : QWidget(parent), service_(service), check_(std::move(check)), name_(new QLineEdit), data_(wrappedText()),
      form_(new TrainingSettingsForm), message_(wrappedText()), progress_(new QProgressBar),
      start_(new QPushButton(tr("&Start"))), pause_(new QPushButton(tr("&Pause"))),
      stop_(new QPushButton(tr("S&top"))) {
    name_->setObjectName(QStringLiteral("runName"));
    name_->setAccessibleName(tr("Name of the run"));
    name_->setToolTip(tr("A stopped run continues when its name is given again"));
    // What every file system takes as a directory's name.
    name_->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")), name_));
    message_->setObjectName(QStringLiteral("trainingMessage"));
    progress_->setRange(0, kPerMille);
    progress_->setTextVisible(false);
    progress_->hide();

    auto *top = new QFormLayout;
    top->addRow(tr("Run"), name_);
    top->addRow(tr("Clips"), data_);
    auto *inside = new QWidget;
    auto *insideRows = new QVBoxLayout(inside);
    insideRows->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    insideRows->addLayout(top);
    insideRows->addWidget(form_);
    insideRows->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(6, 4, 4, 4);
    rows->addWidget(scroll, 1);
    rows->addWidget(message_);
    rows->addWidget(progress_);
    rows->addWidget(makeButtons());
    setMinimumWidth(inside->minimumSizeHint().width() + fontMetrics().height());
    connect(name_, &QLineEdit::textChanged, this, &TrainingSetup::followName);
    connect(form_, &TrainingSettingsForm::changed, this, &TrainingSetup::forgetOutcome);
    connect(&service, &TrainingService::stateChanged, this, &TrainingSetup::followState);
    setProject(nullptr);
}

QWidget *TrainingSetup::makeButtons() {
    start_->setObjectName(QStringLiteral("startTraining"));
    pause_->setObjectName(QStringLiteral("pauseTraining"));
    stop_->setObjectName(QStringLiteral("stopTraining"));
    stop_->setToolTip(tr("Ends the run with a checkpoint, from which it can be resumed"));
    auto *buttons = new QWidget;
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {start_, pause_, stop_})
        line->addWidget(button, 1);
    connect(start_, &QPushButton::clicked, this, &TrainingSetup::startAsked);
    connect(pause_, &QPushButton::clicked, this, [this] {
        if (service_.state() == TrainingService::State::Paused)
            service_.resume();
        else
            service_.pause();
    });
    connect(stop_, &QPushButton::clicked, &service_, &TrainingService::stop);
    return buttons;
}

void TrainingSetup::setProject(const ProjectContents *contents) {
    hasProject_ = contents != nullptr;
    hasSuggested_ = false;
    runs_.clear();
    splits_.clear();
    if (contents != nullptr)
        for (const RunRecord &record : contents->runs)
            runs_.emplace(toText(record.run.name), record.settings);
    data_->setText(hasProject_ ? tr("Counting…") : tr("No project is open."));
    form_->setProjectPreset(contents != nullptr ? contents->trainingSettings : std::nullopt);
    suggestName();
    followState();
}

void TrainingSetup::suggestName() {
    int number = 1;
    while (runs_.contains(QStringLiteral("run-%1").arg(number)))
        ++number;
    name_->setText(QStringLiteral("run-%1").arg(number));
}

void TrainingSetup::offerRun(const QString &name) {
    if (service_.state() == TrainingService::State::Idle)
        name_->setText(name);
}

// A run goes on with the settings that it began with, but for the epochs.
void TrainingSetup::followName() {
    const auto known = runs_.find(name_->text());
    if (known != runs_.end() && known->second)
        form_->setSettings(*known->second);
    forgetOutcome();
}

void TrainingSetup::forgetOutcome() {
    outcome_.clear();
    judge();
}

void TrainingSetup::setReadiness(const std::vector<SplitReadiness> &splits) {
    splits_ = splits;
    QStringList lines;
    const QLocale locale;
    for (const SplitReadiness &split : splits) {
        QString line = tr("%1: %2, with features: %3")
                           .arg(toText(split.split), locale.toString(static_cast<qulonglong>(split.clips)),
                                locale.toString(static_cast<qulonglong>(split.withFeatures)));
        if (split.missing > 0)
            line += tr(", without media: %1").arg(locale.toString(static_cast<qulonglong>(split.missing)));
        lines << line;
    }
    data_->setText(lines.join(QLatin1Char('\n')));
    for (const SplitReadiness &split : splits)
        if (split.split == kTrainingSplit && !hasSuggested_) {
            hasSuggested_ = true; // later the number of clips changes nothing that a person sees and takes for chosen
            form_->suggest(recipeFor(split.clips));
        }
    judge();
}

void TrainingSetup::setReadinessError(const Error &error) {
    data_->setText(translated(error.message));
    judge();
}

TrainingRequest TrainingSetup::request() const {
    return {name_->text().toStdString(), form_->settings()};
}

QString TrainingSetup::obstacle() const {
    if (!hasProject_)
        return tr("Open a project to train on its clips (File → Open project…), or the demo project.");
    if (!name_->hasAcceptableInput())
        return tr("Give the run a name of letters, digits, “.”, “_” and “-”.");
    for (const SplitReadiness &split : splits_)
        if (split.clips == 0)
            return tr("The split “%1” has no clips: training needs clips in “training” and in “validation”.")
                .arg(toText(split.split));
    if (const Result<void> checked = check_(form_->settings()); !checked)
        return translated(checked.error().message);
    return {};
}

void TrainingSetup::judge() {
    if (service_.state() != TrainingService::State::Idle)
        return;
    const QString problem = obstacle();
    start_->setEnabled(problem.isEmpty());
    const bool isKnown = runs_.contains(name_->text());
    start_->setText(isKnown ? tr("C&ontinue") : tr("&Start"));
    if (!problem.isEmpty() || !outcome_.isEmpty()) {
        message_->setText(outcome_.isEmpty() ? problem : outcome_);
        return;
    }
    const bool lacksFeatures = std::any_of(
        splits_.begin(), splits_.end(), [](const SplitReadiness &split) { return split.withFeatures < split.clips; });
    QString ready =
        isKnown ? tr("Continues from the run's checkpoint with its settings; only the number of epochs may change.")
        : lacksFeatures ? tr("Ready. Missing features are computed first.")
                        : tr("Ready.");
    if (const QString outlook = outlookText(); !outlook.isEmpty())
        ready += QLatin1Char('\n') + outlook;
    message_->setText(ready);
}

// What can be told of the settings and the number of clips before a step is taken.
QString TrainingSetup::outlookText() const {
    const auto training = std::ranges::find(splits_, "training", &SplitReadiness::split);
    if (training == splits_.end())
        return {};
    const std::optional<Message> outlook = outlookOf(form_->settings(), training->clips);
    return outlook ? translated(*outlook) : QString();
}

void TrainingSetup::followState() {
    using State = TrainingService::State;
    const State state = service_.state();
    const bool isIdle = state == State::Idle;
    form_->setEnabled(isIdle && hasProject_);
    name_->setEnabled(isIdle && hasProject_);
    start_->setEnabled(false);
    pause_->setEnabled(state == State::Running || state == State::Paused);
    pause_->setText(state == State::Paused ? tr("&Resume") : tr("&Pause"));
    stop_->setEnabled(!isIdle && state != State::Stopping);
    progress_->setVisible(!isIdle);
    switch (state) {
    case State::Idle:
        judge();
        break;
    case State::Preparing:
        progress_->setValue(0);
        message_->setText(tr("Preparing…"));
        break;
    case State::Running:
        message_->setText(tr("Training %1…").arg(toText(service_.request().run)));
        break;
    case State::Paused:
        message_->setText(tr("Paused. The memory stays in use; Stop releases it."));
        break;
    case State::Stopping:
        message_->setText(tr("Stopping after the current batch, with a checkpoint…"));
        break;
    }
}

void TrainingSetup::showPreparation(double fraction, const QString &stage) {
    progress_->setValue(static_cast<int>(kPerMille * fraction));
    message_->setText(tr("Preparing: %1 · %2 %").arg(stage, numberText(100 * fraction, 0)));
}

void TrainingSetup::showNews(const TrainingNews &news) {
    if (service_.state() != TrainingService::State::Running || news.batches.empty())
        return;
    const BatchReport &batch = news.batches.back();
    const int epochs = std::max(service_.request().settings.epochs, 1);
    const double within = (batch.batch + 1.0) / std::max(batch.batches, 1);
    progress_->setValue(static_cast<int>(kPerMille * (batch.epoch + within) / epochs));
    message_->setText(tr("Epoch %1 of %2 · batch %3 of %4 · %5 clips/s · loss %6")
                          .arg(batch.epoch + 1)
                          .arg(epochs)
                          .arg(batch.batch + 1)
                          .arg(batch.batches)
                          .arg(numberText(batch.clipsPerSecond, 1), numberText(batch.loss, 4)));
}

void TrainingSetup::setOutcome(const Result<TrainingOutcome> &outcome) {
    const QString run = toText(service_.request().run);
    runs_[run] = service_.request().settings;
    if (outcome)
        suggestName();
    if (outcome)
        outcome_ = tr("%1 is finished: micro F1 %2 in epoch %3.")
                       .arg(run, probabilityText(outcome->bestMicroF1))
                       .arg(outcome->bestEpoch + 1);
    else if (outcome.error().isCancelled())
        outcome_ = tr("%1 was stopped. It can be resumed from its checkpoint.").arg(run);
    else if (outcome.error().cause.empty())
        outcome_ = tr("✗ %1").arg(translated(outcome.error().message));
    else
        outcome_ = tr("✗ %1\nDetails: %2").arg(translated(outcome.error().message), toText(outcome.error().cause));
    judge();
}

} // namespace tagscope::ui
