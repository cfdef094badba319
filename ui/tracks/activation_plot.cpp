// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/activation_plot.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"
#include "ui/document/event_stretch.h"
#include "ui/tracks/time_geometry.h"

#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kSmallestText = 0.7; // of the window's text: still to be read

// Most activations are small, and what sets them apart is to be seen.
double shadeOf(float activation) {
    return std::sqrt(std::max(static_cast<double>(activation), 0.0));
}

// The middle of a step.
double timeOfStep(const AudioAnalysis &audio, int step) {
    return audio.stepMiddle(step).count();
}

QCPGraph *addMarks(QCustomPlot &plot) {
    QCPGraph *marks = plot.addGraph();
    marks->setLineStyle(QCPGraph::lsNone);
    return marks;
}

} // namespace

ActivationPlot::ActivationPlot(ViewState &viewState, QWidget *parent)
    : TrackPlot(viewState, parent), lowPeaks_(addMarks(*this)), peakHalos_(addMarks(*this)), peaks_(addMarks(*this)),
      chosenHalo_(new QCPItemRect(this)), chosen_(new QCPItemRect(this)) {
    setAccessibleName(tr("Activations of the events"));
    xAxis->setLabel(tr("Time in the clip (s)"));
    yAxis->setRangeReversed(true);
    yAxis->setSubTicks(false);
    bar().setScale(0.0, 1.0, 2, tr("activation"));
    bar().setRoots();
    map().setDataRange(QCPRange(0.0, 1.0));
    for (QCPItemRect *frame : {chosenHalo_, chosen_}) {
        frame->topLeft->setTypeX(QCPItemPosition::ptAxisRectRatio); // the whole row, wherever the view is
        frame->bottomRight->setTypeX(QCPItemPosition::ptAxisRectRatio);
        frame->setVisible(false);
    }
    chosenHalo_->setPen(QPen(Qt::black, 4));
    chosen_->setPen(QPen(Qt::white, 2));
    connect(&viewState, &ViewState::eventChanged, this, &ActivationPlot::frameChosenEvent);
    connect(&viewState, &ViewState::rangeChanged, this, &ActivationPlot::fillRecording);
}

void ActivationPlot::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    clip_ = std::move(clip);
    recording_.reset();
    clearMarks();
    setMessage(clip_ ? whyNoActivations(*clip_) : QString());
    if (clip_ && message().isEmpty())
        fill(*clip_->audio);
    frameChosenEvent();
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

void ActivationPlot::clearMarks() {
    for (QCPGraph *marks : {lowPeaks_, peakHalos_, peaks_})
        marks->data()->clear();
}

void ActivationPlot::fill(const AudioAnalysis &audio) {
    const auto steps = static_cast<int>(audio.activations.rows);
    const auto events = static_cast<int>(audio.activations.columns);
    map().data()->setSize(steps, events);
    map().data()->setRange(QCPRange(timeOfStep(audio, 0), timeOfStep(audio, steps - 1)), QCPRange(0, events - 1));
    for (int step = 0; step < steps; ++step)
        for (int event = 0; event < events; ++event)
            map().data()->setCell(
                step, event,
                shadeOf(audio.activations(static_cast<std::size_t>(step), static_cast<std::size_t>(event))));
    yAxis->setRange(-0.5, events - 0.5);
    for (std::size_t event = 0; event < audio.peakSteps.size(); ++event) {
        const double time = timeOfStep(audio, audio.peakSteps[event]);
        const bool isReached = event < clip_->events.size() &&
                               static_cast<double>(audio.probabilities[event]) >= clip_->events[event].threshold;
        (isReached ? peaks_ : lowPeaks_)->addData(time, static_cast<double>(event));
        if (isReached)
            peakHalos_->addData(time, static_cast<double>(event));
    }
}

void ActivationPlot::setRecording(std::shared_ptr<const RecordingOverview> recording) {
    clip_.reset();
    recording_ = std::move(recording);
    clearMarks();
    const auto isHeard = [](const WindowSummary &window) { return window.activations != nullptr; };
    if (!recording_)
        setMessage({});
    else if (recording_->windows.empty())
        setMessage(tr("The windows of the recording are being analysed; the first is not ready yet."));
    else if (std::ranges::none_of(recording_->windows, isHeard))
        setMessage(tr("No activations. Open a window to see why."));
    else
        setMessage({});
    if (hasRows())
        yAxis->setRange(-0.5, static_cast<double>(events().size()) - 0.5);
    fillRecording();
    frameChosenEvent();
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

void ActivationPlot::fillRecording() {
    if (!recording_ || !hasRows())
        return;
    const TimeGeometry geometry(*this, view().range());
    const Seconds step = geometry.range.span() / geometry.width;
    const auto rows = static_cast<int>(events().size());
    map().data()->setSize(geometry.width, rows);
    map().data()->setRange(
        QCPRange((geometry.range.lower + step / 2).count(), (geometry.range.upper - step / 2).count()),
        QCPRange(0, rows - 1));
    std::vector<float> maxima(events().size());
    for (int column = 0; column < geometry.width; ++column) {
        const Seconds from = geometry.range.lower + column * step;
        maximaOver(*recording_, from, from + step, maxima);
        for (int event = 0; event < rows; ++event)
            map().data()->setCell(column, event, shadeOf(maxima[static_cast<std::size_t>(event)]));
    }
    replot(QCustomPlot::rpQueuedReplot);
}

bool ActivationPlot::hasRows() const {
    return message().isEmpty() && (clip_ || recording_);
}

const std::vector<EventClass> &ActivationPlot::events() const {
    return clip_ ? clip_->settings.events : recording_->events;
}

std::optional<double> ActivationPlot::activationAt(double time, std::size_t event) const {
    if (recording_) {
        std::vector<float> maxima(events().size());
        const double pixel = view().range().span().count() / std::max(axisRect()->width(), 1);
        maximaOver(*recording_, Seconds{time}, Seconds{time + pixel}, maxima);
        return std::isnan(maxima[event]) ? std::nullopt : std::optional(static_cast<double>(maxima[event]));
    }
    const AudioAnalysis &audio = *clip_->audio;
    const double step = std::floor((time - audio.stepStart.count()) / audio.stepHop.count());
    if (step < 0 || step >= static_cast<double>(audio.activations.rows))
        return std::nullopt;
    return static_cast<double>(audio.activations(static_cast<std::size_t>(step), event));
}

void ActivationPlot::frameChosenEvent() {
    const std::optional<int> event = view().event();
    const bool isShown = hasRows() && event.has_value();
    for (QCPItemRect *frame : {chosenHalo_, chosen_}) {
        frame->setVisible(isShown);
        if (isShown) {
            frame->topLeft->setCoords(0.0, *event - 0.5);
            frame->bottomRight->setCoords(1.0, *event + 0.5);
        }
    }
    const bool hasThreshold = isShown && clip_ && static_cast<std::size_t>(*event) < clip_->events.size();
    bar().setMark(hasThreshold ? std::optional(clip_->events[static_cast<std::size_t>(*event)].threshold)
                               : std::nullopt);
    nameRows();
    replot(QCustomPlot::rpQueuedReplot);
}

// Where rows are low, the names get smaller, and then not every row has one; the chosen event's always does.
void ActivationPlot::nameRows() {
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    if (hasRows()) {
        const double row = plotHeight() / std::max(yAxis->range().size(), 1.0);
        const double scale = std::clamp(row / fontMetrics().height(), kSmallestText, 1.0);
        const QFont small = scaled(font(), scale);
        yAxis->setTickLabelFont(small);
        const auto every =
            static_cast<std::size_t>(std::max(std::ceil(kSmallestText * fontMetrics().height() / row - 0.05), 1.0));
        const int room = trackMargins(*this).left - 2 * fontMetrics().height() / 3;
        for (std::size_t k = 0; k < events().size() && static_cast<int>(k) < rowCount(); ++k) {
            const bool isChosen = view().event() == static_cast<int>(k);
            const bool isCrowded =
                view().event() && std::abs(*view().event() - static_cast<int>(k)) < static_cast<int>(every);
            if (!isChosen && (k % every != 0 || isCrowded))
                continue;
            const QString name = (isChosen ? QStringLiteral("▸ ") : QString()) + toText(events()[k].name);
            ticker->addTick(static_cast<double>(k), QFontMetrics(small).elidedText(name, Qt::ElideRight, room));
        }
    }
    yAxis->setTicker(ticker);
}

void ActivationPlot::restyle() {
    TrackPlot::restyle();
    // White on black: to be seen on every colour of every map.
    const double row = plotHeight() / std::max(yAxis->range().size(), 1.0);
    const double size = std::clamp(0.55 * row, 4.0, 0.8 * fontMetrics().height());
    lowPeaks_->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(tokens().dim, 1), Qt::NoBrush, std::max(size - 3, 3.0)));
    peakHalos_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(Qt::black, 3), Qt::black, size));
    peaks_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(Qt::white, 1), Qt::white, size - 2));
    nameRows();
}

int ActivationPlot::rowCount() const {
    return static_cast<int>(clip_ ? clip_->audio->activations.columns : recording_->events.size());
}

std::optional<int> ActivationPlot::rowAt(double y) const {
    if (!hasRows() || y < axisRect()->top() || y > axisRect()->bottom())
        return std::nullopt;
    const auto row = static_cast<int>(std::lround(yAxis->pixelToCoord(y)));
    return row >= 0 && row < rowCount() ? std::optional(row) : std::nullopt;
}

QString ActivationPlot::readOut(QPointF point) const {
    const std::optional<int> row = rowAt(point.y());
    if (!row)
        return {};
    const auto event = static_cast<std::size_t>(*row);
    QString name = event < events().size() ? toText(events()[event].name) : QString();
    const std::optional<double> activation = activationAt(xAxis->pixelToCoord(point.x()), event);
    if (!axisRect()->rect().contains(point.toPoint()) || !activation)
        return name;
    const QString text = tr("%1  ·  activation %2").arg(name, probabilityText(*activation));
    if (!clip_ || event >= clip_->events.size())
        return text;
    return tr("%1  ·  threshold of the fused probability %2")
        .arg(text, probabilityText(clip_->events[event].threshold));
}

void ActivationPlot::click(QPointF point) {
    const std::optional<int> row = rowAt(point.y());
    if (!row)
        return;
    view().setEvent(row);
    const TimeGeometry geometry(*this, view().range());
    if (!clip_ || !geometry.contains(point.x())) // on its name: chosen, not played
        return;
    if (const std::optional<TimeRange> stretch = stretchOf(*clip_, *row, geometry.timeAt(point.x())))
        view().askToPlay(*stretch);
}

bool ActivationPlot::step(int rows) {
    if (!hasRows())
        return false;
    const int last = rowCount() - 1;
    const int next = view().event() ? *view().event() + rows : 0;
    view().setEvent(std::clamp(next, 0, last));
    return true;
}

} // namespace tagscope::ui
