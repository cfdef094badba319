// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/activation_curves.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace tagscope::ui {

namespace {

// With the colours, so that curves are told apart without them.
constexpr std::array kPens{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};

} // namespace

ActivationCurves::ActivationCurves(ViewState &viewState, QWidget *parent) : TrackPlot(viewState, parent) {
    setAccessibleName(tr("Activations as curves"));
    xAxis->setLabel(tr("Time in the clip (s)"));
    yAxis->setRange(0.0, 1.0);
    yAxis->setSubTicks(false);
    setAutoAddPlottableToLegend(false); // marks and the threshold have no entry
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | Qt::AlignTop);
    connect(&viewState, &ViewState::eventChanged, this, &ActivationCurves::draw);
}

void ActivationCurves::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    clip_ = std::move(clip);
    setMessage(clip_ ? whyNoActivations(*clip_) : QString());
    bar().hide(); // curves have no colour scale
    map().setVisible(false);
    yAxis->setLabel(message().isEmpty() ? tr("Activation") : QString());
    draw();
}

// The chosen event, then the tagged ones, then those with the highest maxima.
std::vector<int> ActivationCurves::chooseEvents() const {
    std::vector<int> order(clip_->audio->probabilities.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [this](int event) {
        const auto k = static_cast<std::size_t>(event);
        const bool isTag = k < clip_->events.size() && clip_->events[k].tag;
        const double first = view().event() == event ? 4.0 : isTag ? 2.0 : 0.0;
        return first + static_cast<double>(clip_->audio->probabilities[k]);
    };
    std::ranges::stable_sort(order, std::ranges::greater(), rank);
    order.resize(std::min(order.size(), kMostCurves));
    return order;
}

void ActivationCurves::draw() {
    clearGraphs();
    clearItems();
    legend->clearItems();
    legend->setVisible(clip_ != nullptr && message().isEmpty());
    events_.clear();
    if (clip_ && message().isEmpty()) {
        events_ = chooseEvents();
        for (const int event : events_)
            addCurve(event);
        markThreshold();
    }
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

void ActivationCurves::addCurve(int event) {
    const AudioAnalysis &audio = *clip_->audio;
    const auto k = static_cast<std::size_t>(event);
    QVector<double> times;
    QVector<double> values;
    for (std::size_t step = 0; step < audio.activations.rows; ++step) {
        times << audio.stepMiddle(static_cast<double>(step)).count();
        values << static_cast<double>(audio.activations(step, k));
    }
    // By the event, so that a curve keeps its looks when another one is chosen.
    const QColor colour = distinctColour(k, palette().color(QPalette::Base).lightness() < 128);
    const bool isChosen = view().event() == event;
    QCPGraph *curve = addGraph();
    curve->setData(times, values, true);
    curve->setPen(QPen(colour, isChosen ? 3 : 1.5, kPens[k % kPens.size()]));
    if (k >= audio.peakSteps.size())
        return;
    const double peakTime = audio.stepMiddle(audio.peakSteps[k]).count();
    const double peak = static_cast<double>(audio.probabilities[k]);
    QCPGraph *mark = addGraph();
    mark->setLineStyle(QCPGraph::lsNone);
    mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, palette().color(QPalette::Text), colour,
                                          0.6 * fontMetrics().height()));
    mark->addData(peakTime, peak);
    curve->setName(k < clip_->settings.events.size() ? toText(clip_->settings.events[k].name) : QString());
    curve->addToLegend();
}

void ActivationCurves::markThreshold() {
    const auto k = static_cast<std::size_t>(view().event().value_or(-1));
    if (k >= clip_->events.size())
        return;
    const double threshold = clip_->events[k].threshold;
    QCPGraph *line = addGraph();
    line->setData({0.0, clip_->duration.count()}, {threshold, threshold}, true);
    line->setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    auto *text = new QCPItemText(this); // owned by the plot
    text->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(1.0, threshold);
    text->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    text->setText(tr("threshold of the fused probability: %1").arg(probabilityText(threshold)));
    text->setFont(font());
    text->setColor(palette().color(QPalette::Text));
}

void ActivationCurves::restyle() {
    TrackPlot::restyle();
    QColor ground = palette().color(QPalette::Base);
    ground.setAlpha(210);
    legend->setBrush(ground);
    legend->setBorderPen(Qt::NoPen);
    legend->setTextColor(palette().color(QPalette::Text));
    legend->setFont(font());
    legend->setRowSpacing(0);
    const auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
    ticker->setTickStep(plotHeight() < 8 * fontMetrics().height() ? 0.5 : 0.2);
    yAxis->setTicker(ticker);
}

double ActivationCurves::activationAt(int event, double time) const {
    const AudioAnalysis &audio = *clip_->audio;
    const double step = std::floor((time - audio.stepStart.count()) / audio.stepHop.count());
    if (step < 0 || step >= static_cast<double>(audio.activations.rows))
        return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(audio.activations(static_cast<std::size_t>(step), static_cast<std::size_t>(event)));
}

std::optional<int> ActivationCurves::eventNear(QPointF point) const {
    if (events_.empty() || !axisRect()->rect().contains(point.toPoint()))
        return std::nullopt;
    const double time = xAxis->pixelToCoord(point.x());
    const double value = yAxis->pixelToCoord(point.y());
    const auto distance = [&](int event) {
        const double there = activationAt(event, time);
        return std::isnan(there) ? std::numeric_limits<double>::infinity() : std::abs(there - value);
    };
    return *std::ranges::min_element(events_, {}, distance);
}

QString ActivationCurves::readOut(QPointF point) const {
    const std::optional<int> event = eventNear(point);
    if (!event)
        return {};
    const double value = activationAt(*event, xAxis->pixelToCoord(point.x()));
    const auto k = static_cast<std::size_t>(*event);
    const QString name = k < clip_->settings.events.size() ? toText(clip_->settings.events[k].name) : QString();
    return std::isnan(value) ? name : tr("%1  ·  activation %2").arg(name, probabilityText(value));
}

void ActivationCurves::click(QPointF point) {
    if (const std::optional<int> event = eventNear(point))
        view().setEvent(event);
}

bool ActivationCurves::step(int events) {
    if (events_.empty())
        return false;
    const auto last = static_cast<int>(clip_->audio->probabilities.size()) - 1;
    view().setEvent(view().event() ? std::clamp(*view().event() + events, 0, last) : 0);
    return true;
}

} // namespace tagscope::ui
