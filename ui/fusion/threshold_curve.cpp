// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/threshold_curve.h"

#include "ui/plot/gestures.h"
#include "ui/plot/run_style.h"

#include <QLocale>
#include <QMouseEvent>
#include <algorithm>
#include <array>
#include <cmath>

namespace tagscope::ui {
namespace {

constexpr std::size_t kBins = 500; // about as many as the plot has pixels

// F1 is constant between cuts: of each bin of thresholds its lowest and its highest value, so that no peak is lost.
struct Steps {
    QVector<double> threshold;
    QVector<double> f1;

    void add(double at, double value) {
        threshold.push_back(at);
        f1.push_back(value);
    }
};

template <class F1>
Steps stepsOf(const ThresholdCuts &cuts, F1 f1At) {
    // A cut's F1 holds from its threshold up to that of the cut before.
    std::array<double, kBins> lowest{};
    std::array<double, kBins> highest{};
    std::size_t cut = cuts.size(); // the lowest threshold is the last
    const auto binOf = [](double threshold) {
        return static_cast<std::size_t>(std::clamp(threshold, 0.0, 1.0) * static_cast<double>(kBins - 1));
    };
    lowest.fill(2.0);
    highest.fill(-1.0);
    while (cut-- > 0) {
        const double from = cuts.threshold[cut];
        const double to = cut == 0 ? 1.0 : cuts.threshold[cut - 1];
        const double value = f1At(cut);
        if (cut == 0 && from > 1.0 && cuts.size() > 1) { // predicting none begins above the highest score
            lowest.back() = std::min(lowest.back(), value);
            continue;
        }
        for (std::size_t bin = binOf(from); bin <= binOf(to); ++bin) {
            lowest[bin] = std::min(lowest[bin], value);
            highest[bin] = std::max(highest[bin], value);
        }
    }
    Steps steps;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        const double at = static_cast<double>(bin) / static_cast<double>(kBins - 1);
        if (highest[bin] >= 0.0)
            steps.add(at, highest[bin]);
        if (lowest[bin] <= 1.0 && lowest[bin] != highest[bin])
            steps.add(at, lowest[bin]);
    }
    return steps;
}

} // namespace

ThresholdCurve::ThresholdCurve(QWidget *parent)
    : FusionPlot(QStringLiteral("f1-over-threshold"), tr("F1 over the threshold"), tr("threshold"), tr("F1"), parent),
      classF1_(addGraph()), microF1_(addGraph()), saved_(addLine(true)), now_(addLine(false)) {
    setToolTip(tr("Solid: F1 of the event; dotted: micro F1 of all. Drag the line to set the threshold; the dashed "
                  "line is the saved one."));
    ThresholdCurve::restyle();
}

void ThresholdCurve::setCuts(const ThresholdCuts &cuts, const OtherEvents &others) {
    const Steps ofClass = stepsOf(cuts, [&](std::size_t cut) { return cuts.countsAt(cut).f1(); });
    const Steps ofAll = stepsOf(cuts, [&](std::size_t cut) {
        const std::int64_t right = cuts.truePositives[cut] + others.truePositives;
        const std::int64_t all = cuts.predicted[cut] + cuts.positives + others.predictedAndPositives;
        return all == 0 ? 0.0 : 2.0 * static_cast<double>(right) / static_cast<double>(all);
    });
    classF1_->setData(ofClass.threshold, ofClass.f1, true);
    microF1_->setData(ofAll.threshold, ofAll.f1, true);
    replot(QCustomPlot::rpQueuedReplot);
}

void ThresholdCurve::setThresholds(double now, double saved) {
    place(*now_, now);
    place(*saved_, saved);
    replot(QCustomPlot::rpQueuedReplot);
}

void ThresholdCurve::restyle() {
    FusionPlot::restyle();
    classF1_->setPen(QPen(lineStyle(0, isOnDark()).colour, 2));
    microF1_->setPen(QPen(lineStyle(2, isOnDark()).colour, 2, Qt::DotLine));
}

void ThresholdCurve::pick(QPointF position) {
    Q_EMIT thresholdPicked(std::clamp(xAxis->pixelToCoord(position.x()), 0.0, 1.0), gesture_);
}

void ThresholdCurve::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !coordinatesAt(event->position()))
        return;
    isDragging_ = true;
    gesture_ = nextGesture();
    pick(event->position());
}

void ThresholdCurve::mouseMoveEvent(QMouseEvent *event) {
    if (isDragging_)
        pick(event->position());
}

void ThresholdCurve::mouseReleaseEvent(QMouseEvent *) {
    isDragging_ = false;
}

QByteArray ThresholdCurve::csv() const {
    const QLocale c = QLocale::c();
    QByteArray text("line,threshold,f1\n");
    for (const auto &[name, graph] : {std::pair("class", classF1_), std::pair("micro", microF1_)})
        for (const QCPGraphData &point : *graph->data())
            text += QByteArray(name) + ',' + c.toString(point.key, 'g', 17).toUtf8() + ',' +
                    c.toString(point.value, 'g', 17).toUtf8() + '\n';
    return text;
}

} // namespace tagscope::ui
