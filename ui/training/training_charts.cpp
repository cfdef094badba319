// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_charts.h"

#include "ui/plot/chart_pages.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kColumns = 3;
constexpr int kEventsAtFirst = 3;
constexpr int kMostSmoothing = 500;
constexpr QSize kLeastChart{220, 190}; // below, its axes have no numbers

QString readingOf(TrainingFigure figure) {
    switch (figure) {
    case TrainingFigure::Loss:
        return TrainingCharts::tr("Both fall while it learns.");
    case TrainingFigure::MicroF1:
        return TrainingCharts::tr("Higher is better; the best is kept.");
    case TrainingFigure::ClassF1:
        return TrainingCharts::tr("0: the event is never found.");
    case TrainingFigure::LearningRate:
        return TrainingCharts::tr("Falls where the loss stays level.");
    case TrainingFigure::ClipsPerSecond:
        return TrainingCharts::tr("Falls while others use the machine.");
    case TrainingFigure::DeviceMemory:
        break;
    }
    return TrainingCharts::tr("What the training takes of it.");
}

} // namespace

TrainingCharts::TrainingCharts(QWidget *parent)
    : QWidget(parent), across_(new QComboBox), smoothing_(new QSpinBox), events_(new QToolButton),
      eventMenu_(new QMenu(this)), notice_(new QLabel) {
    notice_->setObjectName(QStringLiteral("trainingNotice"));
    notice_->setWordWrap(true);
    notice_->setTextFormat(Qt::PlainText);
    notice_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    notice_->setContentsMargins(6, 2, 6, 2);
    notice_->hide();
    across_->addItems({tr("Over the epochs"), tr("Within the latest epoch")});
    across_->setAccessibleName(tr("Horizontal axis"));
    across_->setToolTip(tr("What the charts run over"));
    smoothing_->setRange(1, kMostSmoothing);
    smoothing_->setSpecialValueText(tr("No smoothing"));
    smoothing_->setPrefix(tr("Mean of "));
    smoothing_->setSuffix(tr(" points"));
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(tr("Shows the mean of each point and those before it. Exported data are what is shown."));
    events_->setText(tr("Events for class F1"));
    events_->setPopupMode(QToolButton::InstantPopup);
    events_->setMenu(eventMenu_);
    events_->setEnabled(false);

    auto *choices = new QHBoxLayout;
    choices->setContentsMargins(6, 2, 6, 2);
    choices->addWidget(across_);
    choices->addWidget(smoothing_);
    choices->addWidget(events_);
    choices->addStretch(1);
    std::vector<ChartPages::Chart> charts;
    for (const TrainingFigure figure : kTrainingFigures) {
        LineChart *chart = makeChart(figure);
        charts_[static_cast<std::size_t>(figure)] = chart;
        charts.push_back({chart, chart->title(), readingOf(figure)});
    }
    pages_ = new ChartPages(std::move(charts), kLeastChart, kColumns);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(choices);
    rows->addWidget(notice_);
    rows->addWidget(pages_, 1);
    connect(across_, &QComboBox::currentIndexChanged, this, [this](int index) {
        choices_.isWithinEpoch = index == 1;
        draw();
    });
    connect(smoothing_, &QSpinBox::valueChanged, this, [this](int points) {
        choices_.smoothing = points;
        draw();
    });
    choices_.isOnDark = palette().color(QPalette::Base).lightness() < 128;
    draw();
}

LineChart *TrainingCharts::makeChart(TrainingFigure figure) {
    const auto make = [this](const char *name, const QString &title, const QString &unit, LineChart::Range range) {
        auto *chart = new LineChart(QString::fromLatin1(name), title, unit, range);
        chart->installEventFilter(this);
        return chart;
    };
    switch (figure) {
    case TrainingFigure::Loss: {
        LineChart *chart = make("loss", tr("Loss"), {}, LineChart::Range::Fitted);
        chart->setLegend(tr("── training &nbsp; ─●─ validation"));
        return chart;
    }
    case TrainingFigure::MicroF1: {
        LineChart *chart = make("micro-f1", tr("Micro F1"), {}, LineChart::Range::Unit);
        chart->setLegend(tr("validation, weak labels &nbsp; ⬤ best"));
        return chart;
    }
    case TrainingFigure::ClassF1:
        return make("class-f1", tr("Class F1"), {}, LineChart::Range::Unit);
    case TrainingFigure::LearningRate:
        return make("learning-rate", tr("Learning rate"), {}, LineChart::Range::FromZero);
    case TrainingFigure::ClipsPerSecond:
        return make("clips-per-second", tr("Speed"), tr("clips/s"), LineChart::Range::FromZero);
    case TrainingFigure::DeviceMemory:
        break;
    }
    return make("device-memory", tr("Memory of the device"), tr("GiB"), LineChart::Range::FromZero);
}

void TrainingCharts::setEvents(const QStringList &names) {
    choices_.eventNames = names;
    choices_.events.clear();
    eventMenu_->clear();
    events_->setEnabled(!names.isEmpty());
    for (int k = 0; k < names.size(); ++k) {
        QString shown = names[k];
        QAction *entry = eventMenu_->addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
        entry->setCheckable(true);
        entry->setChecked(k < kEventsAtFirst);
        connect(entry, &QAction::toggled, this, &TrainingCharts::chooseEvents);
    }
    chooseEvents();
}

void TrainingCharts::chooseEvents() {
    choices_.events.clear();
    const QList<QAction *> entries = eventMenu_->actions();
    for (int k = 0; k < entries.size(); ++k)
        if (entries[k]->isChecked())
            choices_.events.push_back(k);
    draw();
}

void TrainingCharts::setRuns(std::vector<RunCurves> runs) {
    runs_ = std::move(runs);
    draw();
}

void TrainingCharts::setNotice(const QString &notice) {
    notice_->setText(notice);
    notice_->setVisible(!notice.isEmpty());
}

void TrainingCharts::setEmptyMessage(const QString &message) {
    emptyMessage_ = message;
    draw();
}

QString TrainingCharts::messageFor(TrainingFigure figure) const {
    if (runs_.empty()) // said once, not six times
        return figure == kTrainingFigures.front() || alone_ != nullptr ? emptyMessage_ : QString();
    const bool isOfEpochs = figure == TrainingFigure::MicroF1 || figure == TrainingFigure::ClassF1;
    if (choices_.isWithinEpoch)
        return isOfEpochs ? tr("Measured once an epoch: choose “Over the epochs”.")
                          : tr("Batches are only shown for a run that is training now.");
    if (figure == TrainingFigure::ClassF1 && choices_.events.empty())
        return tr("Choose events above.");
    return tr("Nothing yet: the first epoch is under way.");
}

void TrainingCharts::draw() {
    for (const TrainingFigure figure : kTrainingFigures) {
        LineChart &chart = *charts_[static_cast<std::size_t>(figure)];
        if (alone_ != nullptr && alone_ != &chart)
            continue;
        chart.setXTitle(choices_.isWithinEpoch ? tr("Batch") : tr("Epoch"));
        chart.setLines(linesOf(figure, runs_, choices_));
        chart.setMessage(messageFor(figure));
    }
    charts_[static_cast<std::size_t>(TrainingFigure::ClassF1)]->setLegend(eventLegend(runs_, choices_));
}

void TrainingCharts::showAlone(QWidget *chart) {
    alone_ = chart;
    pages_->showAlone(chart);
    draw();
}

bool TrainingCharts::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::MouseButtonDblClick) {
        showAlone(alone_ == nullptr ? qobject_cast<QWidget *>(watched) : nullptr);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TrainingCharts::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    const bool isOnDark = palette().color(QPalette::Base).lightness() < 128;
    if (isOnDark == choices_.isOnDark)
        return;
    choices_.isOnDark = isOnDark;
    draw();
    Q_EMIT darknessChanged(isOnDark);
}

} // namespace tagscope::ui
