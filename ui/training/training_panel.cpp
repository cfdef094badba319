// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_panel.h"

#include "core/training/kept_epochs.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/training/training_charts.h"
#include "ui/training/training_setup.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

// A button shows an ampersand where the name has one.
static QString onButton(const QString &name) {
    return QString(name).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

TrainingPanel::TrainingPanel(Document &document, TrainingService &service, CheckTrainingFunction check, QWidget *parent)
    : QWidget(parent), document_(document), service_(service), setup_(new TrainingSetup(service, std::move(check))),
      charts_(new TrainingCharts), runs_(new RunListModel(this)), list_(new QListView), epoch_(new QComboBox),
      activations_(new QPushButton), compare_(new QPushButton), score_(new QPushButton), scored_(new QLabel),
      use_(new QPushButton), scoring_({"scoring", tr("Scoring the clips"), JobTitle::Always},
                                      [this](const Result<PredictionOutcome> &outcome) { takeScores(outcome); }) {
    auto *parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(setup_);
    parts->addWidget(charts_);
    parts->addWidget(makeRuns());
    parts->setStretchFactor(0, 0);
    parts->setStretchFactor(1, 1);
    parts->setStretchFactor(2, 0);
    const int line = fontMetrics().height();
    parts->setSizes({18 * line, 50 * line, 15 * line});
    auto *fill = new QVBoxLayout(this);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(parts);

    connect(&document, &Document::opened, this, &TrainingPanel::followProject);
    connect(&document, &Document::closed, this, &TrainingPanel::followProject);
    connect(&document, &Document::readinessCounted, setup_, &TrainingSetup::setReadiness);
    connect(&document, &Document::readinessFailed, setup_, &TrainingSetup::setReadinessError);
    connect(setup_, &TrainingSetup::startAsked, this, &TrainingPanel::start);
    connect(&service, &TrainingService::preparing, setup_, &TrainingSetup::showPreparation);
    connect(&service, &TrainingService::advanced, this, &TrainingPanel::take);
    connect(&service, &TrainingService::ended, this, [this](const TrainingEnd &end) { finish(end.outcome); });
    for (const auto signal : {&RunListModel::rowsInserted, &RunListModel::rowsRemoved})
        connect(runs_, signal, this, &TrainingPanel::drawRuns);
    connect(runs_, &RunListModel::dataChanged, this, &TrainingPanel::drawRuns);
    connect(charts_, &TrainingCharts::darknessChanged, runs_, &RunListModel::setOnDark);
    runs_->setOnDark(palette().color(QPalette::Base).lightness() < 128);
    followProject();
}

QWidget *TrainingPanel::makeRuns() {
    QLabel *heading = headingLabel(tr("Runs"));
    list_->setModel(runs_);
    list_->setObjectName(QStringLiteral("runs"));
    list_->setAccessibleName(tr("Runs"));
    list_->setWordWrap(true);
    list_->setIconSize({32, 14});
    list_->setSpacing(1);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setResizeMode(QListView::Adjust);
    activations_->setObjectName(QStringLiteral("showActivations"));
    compare_->setObjectName(QStringLiteral("compareActivations"));
    compare_->setToolTip(tr("Its activations below those that are shown, over the same time"));
    epoch_->setObjectName(QStringLiteral("keptEpoch"));
    epoch_->setAccessibleName(tr("Epoch"));
    epoch_->setToolTip(
        tr("Whose network is shown and scores the clips: the best one, or that of an epoch that was kept"));
    epoch_->hide();
    auto *part = new QWidget;
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(4, 4, 6, 4);
    rows->addWidget(heading);
    rows->addWidget(list_, 1);
    rows->addWidget(epoch_);
    rows->addWidget(activations_);
    rows->addWidget(compare_);
    rows->addWidget(score_);
    rows->addWidget(scored_);
    rows->addWidget(use_);
    score_->setObjectName(QStringLiteral("scoreClips"));
    scored_->setObjectName(QStringLiteral("scoredClips"));
    scored_->setWordWrap(true);
    scored_->setTextFormat(Qt::PlainText);
    scored_->hide();
    use_->setObjectName(QStringLiteral("useScores"));
    use_->hide();
    connect(score_, &QPushButton::clicked, this, &TrainingPanel::score);
    connect(use_, &QPushButton::clicked, this, &TrainingPanel::useScored);
    scoring_.onProgress([this](double fraction, const QString &) {
        scored_->setText(tr("Scoring: %1 %").arg(numberText(100 * fraction, 0)));
    });
    part->setMinimumWidth(12 * fontMetrics().height());
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        offerActivations();
        if (now.isValid() && runs_->canGoOn(now.row()))
            setup_->offerRun(runs_->name(now.row()));
    });
    connect(activations_, &QPushButton::clicked, this, [this] { Q_EMIT activationsAsked(toText(chosenNetwork())); });
    connect(compare_, &QPushButton::clicked, this,
            [this] { Q_EMIT comparisonAsked(compared_ == chosenNetwork() ? QString() : toText(chosenNetwork())); });
    connect(epoch_, &QComboBox::currentIndexChanged, this, &TrainingPanel::offerComparison);
    return part;
}

void TrainingPanel::setCompared(const std::string &network) {
    compared_ = network;
    offerComparison();
}

void TrainingPanel::offerComparison() {
    compare_->setEnabled(activations_->isEnabled());
    const std::string network = chosenRun().isEmpty() ? std::string() : chosenNetwork();
    compare_->setText(network.empty()        ? tr("Compare activations")
                      : network == compared_ ? tr("Compare no more with %1").arg(onButton(toText(network)))
                                             : tr("Compare with %1").arg(onButton(toText(network))));
}

void TrainingPanel::followProject() {
    const std::shared_ptr<const OpenProject> project = document_.project();
    scoring_.forget();
    scored_->hide();
    use_->hide();
    setup_->setProject(project ? &project->contents : nullptr);
    QStringList events;
    if (project)
        for (const EventClass &event : project->contents.classes)
            events << toText(event.name);
    charts_->setEvents(events);
    charts_->setNotice({});
    charts_->setEmptyMessage(project ? tr("No run is shown. Start one on the left, or tick one on the right.")
                                     : tr("Open a project to see its runs."));
    runs_->setRuns(project ? project->contents.runs : std::vector<RunRecord>());
    drawRuns();
}

void TrainingPanel::setClipOpen(bool isOpen) {
    isClipOpen_ = isOpen;
    offerActivations();
}

void TrainingPanel::start() {
    trained_ = document_.project();
    if (!trained_)
        return;
    const TrainingRequest request = setup_->request();
    charts_->setNotice({});
    service_.start(trained_->analyst, request);
    runs_->begin(toText(request.run), request.settings);
    list_->setCurrentIndex(runs_->index(*runs_->rowOf(toText(request.run))));
}

void TrainingPanel::take(const TrainingNews &news) {
    if (trained_ != document_.project())
        return;
    const QString run = toText(service_.request().run);
    runs_->add(run, news.batches, news.epochs);
    for (const QString &notice : news.notices)
        charts_->setNotice(tr("%1: %2").arg(run, notice));
    setup_->showNews(news);
    if (std::any_of(news.epochs.begin(), news.epochs.end(), [](const EpochReport &epoch) { return epoch.isBest; }))
        Q_EMIT improved(run);
}

void TrainingPanel::finish(const Result<TrainingOutcome> &outcome) {
    setup_->setOutcome(outcome);
    if (trained_ != document_.project())
        return;
    runs_->finish(toText(service_.request().run), outcome                         ? TrainingRun::State::Finished
                                                  : outcome.error().isCancelled() ? TrainingRun::State::Stopped
                                                                                  : TrainingRun::State::Failed);
    document_.countReadiness();
}

void TrainingPanel::drawRuns() {
    charts_->setRuns(runs_->shownRuns());
    offerActivations();
}

QString TrainingPanel::chosenRun() const {
    const int row = list_->currentIndex().row();
    return row >= 0 && row < runs_->rowCount() ? runs_->name(row) : QString();
}

std::string TrainingPanel::chosenNetwork() const {
    const QVariant epoch = epoch_->currentData();
    return nameOf({chosenRun().toStdString(), epoch.isValid() ? std::optional(epoch.toInt()) : std::nullopt});
}

void TrainingPanel::offerEpochs() {
    const int row = list_->currentIndex().row();
    const std::vector<int> kept = chosenRun().isEmpty() ? std::vector<int>() : runs_->keptEpochs(row);
    const QVariant before = epoch_->currentData();
    bool isSame = epoch_->count() == static_cast<int>(kept.size()) + 1;
    for (std::size_t i = 0; isSame && i < kept.size(); ++i)
        isSame = epoch_->itemData(static_cast<int>(i) + 1).toInt() == kept[i];
    if (isSame)
        return; // what is unfolded stays so
    epoch_->clear();
    epoch_->addItem(tr("Best epoch"));
    for (const int epoch : kept)
        epoch_->addItem(tr("Epoch %1").arg(epoch + 1), epoch);
    epoch_->setCurrentIndex(std::max(0, before.isValid() ? epoch_->findData(before) : 0));
    epoch_->setVisible(!kept.empty());
}

void TrainingPanel::offerScoring() {
    const QString run = chosenRun();
    const bool isPossible = !run.isEmpty() && runs_->best(list_->currentIndex().row()) && !scoring_.isRunning() &&
                            document_.project() && !document_.project()->contents.isReadOnly;
    score_->setEnabled(isPossible);
    score_->setText(run.isEmpty() ? tr("Score the clips") : tr("Score the clips with %1").arg(onButton(run)));
    score_->setToolTip(tr("Audio probabilities of all clips by the run's best network, stored beside the others"));
}

void TrainingPanel::score() {
    scoredRun_ = chosenNetwork();
    use_->hide();
    scored_->setText(tr("Scoring: %1 %").arg(0));
    scored_->show();
    scoring_.start(
        [analyst = document_.project()->analyst, run = scoredRun_](const std::stop_token &stop, const auto &report) {
            return analyst->scoreWith(run, report.progress, stop);
        });
    offerScoring();
}

void TrainingPanel::takeScores(const Result<PredictionOutcome> &outcome) {
    offerScoring();
    if (!outcome) {
        scored_->setText(outcome.error().isCancelled() ? tr("Scoring was cancelled; it goes on where it was.")
                                                       : translated(outcome.error().message));
        return;
    }
    QString text = tr("%n clip(s) scored with %1.", nullptr, static_cast<int>(outcome->clips)).arg(toText(scoredRun_));
    if (outcome->withoutFeatures > 0)
        text +=
            QLatin1Char(' ') + tr("%n without sound or media.", nullptr, static_cast<int>(outcome->withoutFeatures));
    scored_->setText(text);
    use_->setText(tr("Use %1 for the sound").arg(onButton(toText(scoredRun_))));
    use_->setToolTip(tr("From then on its probabilities are the audio branch's, in all panels; it can be undone"));
    use_->show();
    document_.branches().read();
    Q_EMIT document_.edits().scoresChanged();
}

void TrainingPanel::useScored() {
    BranchChoice choice = document_.branches().choice();
    choice.audio = scoredRun_;
    document_.branches().choose(choice, tr("choosing the audio scores"));
    use_->hide();
}

void TrainingPanel::offerActivations() {
    offerScoring();
    offerEpochs();
    const QString run = chosenRun();
    const std::optional<EpochReport> best = run.isEmpty() ? std::nullopt : runs_->best(list_->currentIndex().row());
    activations_->setEnabled(best && isClipOpen_);
    activations_->setText(run.isEmpty() ? tr("Show activations") : tr("Show activations from %1").arg(onButton(run)));
    activations_->setToolTip(
        !best ? tr("Choose a run with at least one epoch.")
        : !isClipOpen_
            ? tr("Open a clip of the project first.")
            : tr("Analyses the sound of the open clip with the run's best model, from epoch %1, or that of the epoch "
                 "chosen above")
                  .arg(best->epoch + 1));
    offerComparison();
}

} // namespace tagscope::ui
