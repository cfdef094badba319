// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_panel.h"

#include "ui/base/core_text.h"
#include "ui/base/empty_state.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/fusion/flips_view.h"
#include "ui/fusion/fusion_event_model.h"
#include "ui/fusion/fusion_event_table.h"
#include "ui/fusion/fusion_plots.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {
namespace {

QComboBox *makeChoice(const QString &name, const QString &toolTip) {
    auto *choice = new QComboBox;
    choice->setObjectName(name);
    choice->setToolTip(toolTip);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return choice;
}

QLabel *makeMessage(const QString &name) {
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

FusionPanel::FusionPanel(WorkbenchService &workbench, PointLibrary &library, TuningService &tuning,
                         BranchSources &branches, QWidget *parent)
    : QWidget(parent), workbench_(workbench), library_(library), tuning_(tuning),
      events_(new FusionEventModel(workbench, this)), flips_(new FlipsView),
      banner_(makeMessage(QStringLiteral("fusionBanner"))), ageText_(makeMessage(QStringLiteral("fusionAge"))),
      message_(new EmptyState(QStringLiteral("fusionMessage"))), figures_(makeMessage(QStringLiteral("fusionFigures"))),
      status_(makeMessage(QStringLiteral("fusionStatus"))),
      split_(makeChoice(QStringLiteral("fusionSplit"),
                        tr("The clips that the figures are computed on and that tuning uses"))),
      labels_(makeChoice(QStringLiteral("fusionLabels"), tr("What the curves and the flips are measured against"))),
      point_(makeChoice(QStringLiteral("fusionPoint"), tr("Load a saved operating point"))),
      beside_(makeChoice(QStringLiteral("fusionBeside"), tr("The saved point that everything is compared with"))),
      map_(makeChoice(QStringLiteral("fusionMap"), tr("What the map over weight and threshold shows"))),
      tune_(new QPushButton(tr("&Tune…"))), save_(new QPushButton(tr("Save &as…"))),
      revert_(new QPushButton(tr("&Revert"))), more_(new QPushButton(tr("&Points"))),
      table_(new FusionEventTable(*events_, workbench)), plots_(new FusionPlots(workbench)), pages_(new QStackedWidget),
      loading_([this] { reload(); }) {
    auto *parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(table_);
    parts->addWidget(plots_);
    parts->addWidget(flips_);
    const int line = fontMetrics().height();
    parts->setSizes({36 * line, 34 * line, 18 * line});
    parts->setStretchFactor(1, 1);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(makeFigures());
    rows->addWidget(parts, 1);
    pages_->addWidget(message_);
    pages_->addWidget(page);
    banner_->setAutoFillBackground(true);
    banner_->setBackgroundRole(QPalette::ToolTipBase);
    banner_->setForegroundRole(QPalette::ToolTipText);
    banner_->setMargin(line / 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 2, 4, 2);
    column->setSpacing(2);
    column->addWidget(makeBar(branches));
    column->addWidget(banner_);
    column->addWidget(makeAge());
    column->addWidget(pages_, 1);

    connect(&workbench, &WorkbenchService::loadingBegan, this, &FusionPanel::followLoad);
    connect(&workbench, &WorkbenchService::loaded, this, [this] {
        loading_.over();
        followLoad();
    });
    connect(&workbench, &WorkbenchService::failed, this, [this](const Error &error) {
        loading_.over();
        message_->setText(translated(error.message));
        pages_->setCurrentWidget(message_);
    });
    connect(&workbench, &WorkbenchService::edited, this, &FusionPanel::followEdit);
    connect(&workbench, &WorkbenchService::savedChanged, this, [this] {
        followPoints();
        followEdit();
    });
    connect(&workbench, &WorkbenchService::used, this, &FusionPanel::followUse);
    connect(&workbench, &WorkbenchService::labelsChanged, this, &FusionPanel::followEdit);
    connect(&library, &PointLibrary::changed, this, [this] {
        followPoints();
        followEdit();
    });
    connect(&library, &PointLibrary::noted, this,
            [this](const QString &text, bool isProblem) { notify(isProblem ? tr("✗ %1").arg(text) : text); });
    connect(&difference_, &PairedDifference::changed, this, &FusionPanel::showFigures);
    connect(flips_, &FlipsView::clipAsked, this, &FusionPanel::clipAsked);
    connect(table_, &FusionEventTable::eventChosen, this, [this](int event) {
        plots_->setEvent(event, names_.value(event));
        Q_EMIT eventChosen(event);
    });
    setEvents({});
}

// The table loses its choice while it goes, and must not tell a panel that is half gone.
FusionPanel::~FusionPanel() {
    disconnect(table_, nullptr, this, nullptr);
}

QWidget *FusionPanel::makeBar(BranchSources &branches) {
    map_->addItem(tr("Map: the event's F1"));
    map_->addItem(tr("Map: micro F1"));
    labels_->addItem(tr("weak labels"));
    labels_->addItem(tr("audible labels"));
    tune_->setObjectName(QStringLiteral("fusionTune"));
    save_->setObjectName(QStringLiteral("fusionSave"));
    revert_->setObjectName(QStringLiteral("fusionRevert"));
    more_->setObjectName(QStringLiteral("fusionPoints"));
    makePointMenu(*more_, branches);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addNamed = [row](const QString &name, QComboBox *choice) {
        auto *label = new QLabel(name);
        label->setBuddy(choice);
        choice->setMinimumContentsLength(8);
        row->addWidget(label);
        row->addWidget(choice);
    };
    addNamed(tr("Split:"), split_);
    row->addWidget(labels_);
    addNamed(tr("Point:"), point_);
    addNamed(tr("against:"), beside_);
    row->addWidget(map_);
    row->addStretch(1);
    for (QPushButton *button : {tune_, save_, revert_, more_})
        row->addWidget(button);
    connect(split_, &QComboBox::activated, this, [this] { workbench_.load(split_->currentText().toStdString()); });
    connect(labels_, &QComboBox::activated, this, [this](int index) {
        workbench_.setLabels(index == 0 ? Workbench::Labels::Weak : Workbench::Labels::Audible);
    });
    connect(map_, &QComboBox::activated, this, [this](int index) { plots_->setMapsMicro(index == 1); });
    const auto pointAt = [this](const QComboBox &choice) {
        return library_.find(choice.currentData().toString().toStdString()).value_or(defaults());
    };
    connect(point_, &QComboBox::activated, this, [this, pointAt] { work(pointAt(*point_)); });
    connect(beside_, &QComboBox::activated, this, [this, pointAt] { workbench_.setSaved(pointAt(*beside_)); });
    connect(tune_, &QPushButton::clicked, this, &FusionPanel::tune);
    connect(save_, &QPushButton::clicked, this, &FusionPanel::saveAs);
    connect(revert_, &QPushButton::clicked, this, &FusionPanel::revert);
    return bar;
}

QWidget *FusionPanel::makeFigures() {
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(2, 0, 2, 0);
    giveRole(*figures_, TextRole::Heading);
    figures_->setMinimumWidth(1);
    status_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    status_->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(figures_, 3);
    row->addWidget(status_, 1);
    return line;
}

void FusionPanel::setEvents(const QStringList &names) {
    names_ = names;
    workingName_.clear();
    defaults_ = workbench_.point();
    events_->setEvents(names);
    flips_->setContents(nullptr, names);
    isLoadDue_ = !names.isEmpty();
    loading_.forget();
    difference_.forget();
    status_->clear();
    followPoints();
    followLoad();
    if (!names.isEmpty())
        table_->chooseEvent(0);
    loadIfShown();
}

void FusionPanel::chooseEvent(int event) {
    table_->chooseEvent(event);
}

void FusionPanel::setColourMap(ColourMap map) {
    plots_->setColourMap(map);
}

NamedOperatingPoint FusionPanel::defaults() const {
    NamedOperatingPoint point;
    point.point = defaults_;
    return point;
}

void FusionPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    loadIfShown();
}

// A project's scores are read when somebody wants to see them.
void FusionPanel::loadIfShown() {
    if (isVisible() && isLoadDue_)
        loading_.want();
}

void FusionPanel::followScores() {
    if (names_.isEmpty())
        return;
    isLoadDue_ = true;
    if (isVisible())
        loading_.want();
}

// The same split with what is stored of it by now.
void FusionPanel::reload() {
    const bool isWanted = isVisible() && std::exchange(isLoadDue_, false);
    if (isWanted)
        workbench_.load(workbench_.contents() != nullptr ? workbench_.contents()->split : std::string());
    else
        loading_.over();
}

void FusionPanel::followLoad() {
    const WorkbenchContents *contents = workbench_.contents();
    const bool hasBench = workbench_.bench() != nullptr;
    if (names_.isEmpty())
        message_->setText(tr("Open a project to set its weights and thresholds."));
    else if (workbench_.isLoading() && !hasBench)
        message_->setText(tr("Reading probabilities and labels…"));
    else if (contents != nullptr && !contents->problem.empty())
        message_->setText(translated(contents->problem));
    pages_->setCurrentIndex(hasBench ? 1 : 0);
    if (contents != nullptr) {
        fillSplits(*contents);
        banner_->setText(tr("⚠ These are the clips of the split “%1”, which is meant for evaluation. Tuning or "
                            "choosing on them makes their figures too optimistic: use validation.")
                             .arg(toText(contents->split)));
    }
    banner_->setVisible(contents != nullptr && contents->isHeldOut);
    for (QWidget *widget :
         {static_cast<QWidget *>(split_), static_cast<QWidget *>(labels_), static_cast<QWidget *>(map_)})
        widget->setEnabled(contents != nullptr);
    labels_->setEnabled(hasBench && workbench_.bench()->knowsAudible());
    labels_->setCurrentIndex(workbench_.labels() == Workbench::Labels::Weak ? 0 : 1);
    tune_->setEnabled(hasBench);
    save_->setEnabled(!names_.isEmpty());
    if (!workbench_.isLoading())
        flips_->setContents(workbench_.sharedContents(), names_);
    followEdit();
}

// Scores that are read again leave the box alone: it may be unfolded.
void FusionPanel::fillSplits(const WorkbenchContents &contents) {
    QStringList names;
    for (const std::string &split : contents.splits)
        names << (split.empty() ? tr("(none)") : toText(split));
    QStringList before;
    for (int i = 0; i < split_->count(); ++i)
        before << split_->itemText(i);
    if (names != before) {
        split_->clear();
        split_->addItems(names);
    }
    split_->setCurrentText(toText(contents.split));
}

void FusionPanel::followEdit() {
    const NamedOperatingPoint base = library_.find(workingName_).value_or(defaults());
    revert_->setEnabled(base.point != workbench_.point());
    const int row = std::max(point_->findData(toText(workingName_)), 0);
    if (row < point_->count()) {
        const QString name = workingName_.empty() ? tr("project defaults") : toText(workingName_);
        point_->setItemText(row, revert_->isEnabled() ? tr("%1 (changed)").arg(name) : name);
    }
    showFlips();
    wantDifference();
    showFigures();
    showAge();
}

void FusionPanel::showFlips() {
    const Workbench *bench = workbench_.bench();
    if (bench == nullptr)
        flips_->clearCount();
    else
        flips_->setFlips(bench->flips(), workbench_.labels() == Workbench::Labels::Audible);
}

void FusionPanel::wantDifference() {
    const Workbench *bench = workbench_.bench();
    if (bench == nullptr || bench->point() == bench->saved())
        difference_.forget();
    else
        difference_.want(workbench_.sharedContents(), workbench_.labels() == Workbench::Labels::Audible, bench->point(),
                         bench->saved());
}

void FusionPanel::showFigures() {
    const Workbench *bench = workbench_.bench();
    if (bench == nullptr) {
        figures_->clear();
        return;
    }
    const auto percent = [](double share) { return numberText(100 * share, 1); };
    const auto both = [&](Workbench::Labels labels) {
        return tr("%1 % (saved: %2 %)")
            .arg(percent(total(bench->counts(labels)).f1()), percent(total(bench->savedCounts(labels)).f1()));
    };
    QString text = tr("Micro F1: weak %1").arg(both(Workbench::Labels::Weak));
    if (bench->knowsAudible())
        text += tr(" · audible %1").arg(both(Workbench::Labels::Audible));
    if (const std::optional<F1Difference> &known = difference_.known()) {
        const auto points = [&](double share) {
            return (share > 0 ? QStringLiteral("+") : QString()) + percent(share);
        };
        text += tr(" · %1 points against the saved one (95 %: %2 to %3)")
                    .arg(points(known->difference), points(known->interval.low), points(known->interval.high));
    }
    figures_->setText(text);
}

void FusionPanel::notify(const QString &text) {
    status_->setText(text);
    status_->setToolTip(text);
}

} // namespace tagscope::ui
