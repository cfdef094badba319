// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/activation_plot.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"
#include "ui/document/event_stretch.h"
#include "ui/tracks/time_geometry.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kSmallestText = 0.7; // of the window's text: still to be read
constexpr int kRowsPerNotch = 3;      // of the wheel

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
      chosenHalo_(new QCPItemRect(this)), chosen_(new QCPItemRect(this)), search_(new QLineEdit(this)),
      scroll_(new QScrollBar(Qt::Vertical, this)), nameItems_(*this) {
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
    search_->setObjectName(QStringLiteral("activationSearch"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Search events"));
    search_->setToolTip(tr("Shows the events that have these words in their names or the names of what stands above "
                           "them. Return chooses the first."));
    search_->hide();
    scroll_->hide();
    connect(search_, &QLineEdit::textChanged, this, &ActivationPlot::search);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        if (rowCount() > 0)
            view().setEvent(rows_.shown().front().event);
    });
    connect(scroll_, &QScrollBar::valueChanged, this, &ActivationPlot::showRows);
    connect(&viewState, &ViewState::eventChanged, this, [this] {
        scrollToChosen();
        frameChosenEvent();
    });
    connect(&viewState, &ViewState::rangeChanged, this, &ActivationPlot::fillRecording);
}

void ActivationPlot::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    clip_ = std::move(clip);
    recording_.reset();
    clearMarks();
    setMessage(clip_ ? whyNoActivations(*clip_) : QString());
    if (clip_ && message().isEmpty())
        fill(*clip_->audio);
    arrangeRows();
    frameChosenEvent();
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

void ActivationPlot::clearMarks() {
    for (QCPGraph *marks : {lowPeaks_, peakHalos_, peaks_})
        marks->data()->clear();
}

void ActivationPlot::fill(const AudioAnalysis &audio) {
    rows_.setEvents(clip_->settings.events);
    const auto steps = static_cast<int>(audio.activations.rows);
    map().data()->setSize(steps, std::max(rowCount(), 1));
    map().data()->setRange(QCPRange(timeOfStep(audio, 0), timeOfStep(audio, steps - 1)),
                           QCPRange(0, std::max(rowCount() - 1, 0)));
    map().data()->fill(std::nan("")); // where the search finds nothing
    for (int row = 0; row < rowCount(); ++row) {
        const auto event = static_cast<std::size_t>(rows_.shown()[static_cast<std::size_t>(row)].event);
        for (int step = 0; step < steps && event < audio.activations.columns; ++step)
            map().data()->setCell(step, row, shadeOf(audio.activations(static_cast<std::size_t>(step), event)));
    }
    fillMarks(audio);
}

void ActivationPlot::fillMarks(const AudioAnalysis &audio) {
    for (std::size_t event = 0; event < audio.peakSteps.size(); ++event) {
        const std::optional<int> row = rows_.rowOf(static_cast<int>(event));
        if (!row)
            continue;
        const double time = timeOfStep(audio, audio.peakSteps[event]);
        const bool isReached = event < clip_->events.size() &&
                               static_cast<double>(audio.probabilities[event]) >= clip_->events[event].threshold;
        (isReached ? peaks_ : lowPeaks_)->addData(time, *row);
        if (isReached)
            peakHalos_->addData(time, *row);
    }
}

void ActivationPlot::search(const QString &text) {
    rows_.setSearch(text);
    clearMarks();
    if (clip_ && hasRows())
        fill(*clip_->audio);
    fillRecording();
    arrangeRows();
    scrollToChosen();
    frameChosenEvent();
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

// The field, the bar, and which rows are seen.
void ActivationPlot::arrangeRows() {
    const bool areMany = hasRows() && rows_.areMany();
    if (areMany == search_->isHidden()) {
        search_->setVisible(areMany);
        layOut();
    }
    search_->setPlaceholderText(tr("Search (%1)").arg(rows_.allEvents()));
    const int left = trackMargins(*this).left;
    const int bar = scroll_->sizeHint().width();
    search_->setGeometry(0, 0, left - fontMetrics().height() / 2, search_->sizeHint().height());
    scroll_->setGeometry(0, roomAbove(), bar, plotHeight());
    const int readable =
        std::max(static_cast<int>(plotHeight() / std::ceil(kSmallestText * fontMetrics().height())), 1);
    const int seen = areMany ? std::min(rowCount(), readable) : rowCount();
    const QSignalBlocker quiet(scroll_);
    scroll_->setPageStep(seen);
    scroll_->setRange(0, rowCount() - seen);
    scroll_->setVisible(areMany && scroll_->maximum() > 0);
    showRows();
}

void ActivationPlot::showRows() {
    yAxis->setRange(scroll_->value() - 0.5, scroll_->value() + std::max(scroll_->pageStep(), 1) - 0.5);
    nameRows();
    replot(QCustomPlot::rpQueuedReplot);
}

void ActivationPlot::scrollToChosen() {
    const std::optional<int> row = view().event() ? rows_.rowOf(*view().event()) : std::nullopt;
    if (!hasRows() || !row || (*row - 0.5 >= yAxis->range().lower && *row + 0.5 <= yAxis->range().upper))
        return;
    scroll_->setValue(*row - scroll_->pageStep() / 2);
}

void ActivationPlot::wheelEvent(QWheelEvent *event) {
    if (!scroll_->isVisibleTo(this) || WheelSteps::axisOf(event->angleDelta()) != WheelSteps::Axis::Vertical)
        return QCustomPlot::wheelEvent(event);
    scroll_->setValue(scroll_->value() - kRowsPerNotch * wheel_.take(event->angleDelta(), WheelSteps::Axis::Vertical));
    event->accept();
}

void ActivationPlot::resizeEvent(QResizeEvent *event) {
    TrackPlot::resizeEvent(event);
    arrangeRows();
    scrollToChosen();
    restyle();
}

int ActivationPlot::roomAbove() const {
    return search_->isHidden() ? TrackPlot::roomAbove() : search_->sizeHint().height() + 2;
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
        rows_.setEvents(events());
    fillRecording();
    arrangeRows();
    frameChosenEvent();
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

void ActivationPlot::fillRecording() {
    if (!recording_ || !hasRows())
        return;
    const TimeGeometry geometry(*this, view().range());
    const Seconds step = geometry.range.span() / geometry.width;
    map().data()->setSize(geometry.width, std::max(rowCount(), 1));
    map().data()->setRange(
        QCPRange((geometry.range.lower + step / 2).count(), (geometry.range.upper - step / 2).count()),
        QCPRange(0, std::max(rowCount() - 1, 0)));
    map().data()->fill(std::nan(""));
    std::vector<float> maxima(events().size());
    for (int column = 0; column < geometry.width; ++column) {
        const Seconds from = geometry.range.lower + column * step;
        maximaOver(*recording_, from, from + step, maxima);
        for (int row = 0; row < rowCount(); ++row) {
            const auto event = static_cast<std::size_t>(rows_.shown()[static_cast<std::size_t>(row)].event);
            map().data()->setCell(column, row, shadeOf(maxima[event]));
        }
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
    constexpr int kNoRow = -1;
    const int row = event ? rows_.rowOf(*event).value_or(kNoRow) : kNoRow;
    const bool isShown = hasRows() && row != kNoRow;
    for (QCPItemRect *frame : {chosenHalo_, chosen_}) {
        frame->setVisible(isShown);
        if (isShown) {
            frame->topLeft->setCoords(0.0, row - 0.5);
            frame->bottomRight->setCoords(1.0, row + 0.5);
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
    std::vector<RowNames::Name> names;
    QFont small = font();
    if (hasRows()) {
        const double row = plotHeight() / std::max(yAxis->range().size(), 1.0);
        const double scale = std::clamp(row / fontMetrics().height(), kSmallestText, 1.0);
        small = scaled(font(), scale);
        yAxis->setTickLabelFont(small);
        const auto every =
            static_cast<int>(std::max(std::ceil(kSmallestText * fontMetrics().height() / row - 0.05), 1.0));
        const int room = trackMargins(*this).left - 2 * fontMetrics().height() / 3;
        const int chosen = view().event() ? rows_.rowOf(*view().event()).value_or(-1) : -1;
        const int first = std::max(static_cast<int>(std::ceil(yAxis->range().lower)), 0);
        for (int k = first; k < rowCount() && k < yAxis->range().upper; ++k) {
            const bool isCrowded = chosen >= 0 && std::abs(chosen - k) < every;
            if (k != chosen && (k % every != 0 || isCrowded))
                continue;
            const EventRows::Row &shown = rows_.shown()[static_cast<std::size_t>(k)];
            const QString name = (k == chosen ? QStringLiteral("▸ ") : QString()) +
                                 toText(events()[static_cast<std::size_t>(shown.event)].name);
            const bool isStrong = shown.depth == 0;
            const int left = rows_.areMany() ? leftOf(shown.depth) : 0;
            const QString text = QFontMetrics(isStrong && rows_.areMany() ? strong(small) : small)
                                     .elidedText(name, Qt::ElideRight, room - left);
            if (rows_.areMany())
                names.push_back({static_cast<double>(k), left, text, isStrong});
            else
                ticker->addTick(k, text);
        }
    }
    yAxis->setTicker(ticker);
    nameItems_.show(names, small, palette().color(QPalette::Text));
}

// Where the name of a row begins, in pixels.
int ActivationPlot::leftOf(int depth) const {
    constexpr int kDeepest = 4; // further down the name would be cut off
    const int indent = fontMetrics().horizontalAdvance(QLatin1Char('M')) * 2 / 3;
    return scroll_->sizeHint().width() + indent / 2 + std::min(depth, kDeepest) * indent;
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

std::optional<int> ActivationPlot::eventAt(double y) const {
    if (!hasRows() || y < axisRect()->top() || y > axisRect()->bottom())
        return std::nullopt;
    const auto row = static_cast<int>(std::lround(yAxis->pixelToCoord(y)));
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return rows_.shown()[static_cast<std::size_t>(row)].event;
}

QString ActivationPlot::readOut(QPointF point) const {
    const std::optional<int> hit = eventAt(point.y());
    if (!hit)
        return {};
    const auto event = static_cast<std::size_t>(*hit);
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
    const std::optional<int> event = eventAt(point.y());
    if (!event)
        return;
    view().setEvent(event);
    const TimeGeometry geometry(*this, view().range());
    if (!clip_ || !geometry.contains(point.x())) // on its name: chosen, not played
        return;
    if (const std::optional<TimeRange> stretch = stretchOf(*clip_, *event, geometry.timeAt(point.x())))
        view().askToPlay(*stretch);
}

bool ActivationPlot::step(int rows) {
    if (!hasRows())
        return false;
    if (rowCount() == 0)
        return true;
    const std::optional<int> at = view().event() ? rows_.rowOf(*view().event()) : std::nullopt;
    const int next = std::clamp(at ? *at + rows : 0, 0, rowCount() - 1);
    view().setEvent(rows_.shown()[static_cast<std::size_t>(next)].event);
    return true;
}

} // namespace tagscope::ui
