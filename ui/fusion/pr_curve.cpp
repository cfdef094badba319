// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/pr_curve.h"

#include "ui/plot/gestures.h"
#include "ui/plot/run_style.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace tagscope::ui {
namespace {

constexpr std::size_t kMostPoints = 1200; // more than the plot has pixels

QPointF pointOf(const Counts &counts) {
    return {counts.recall(), counts.precision()};
}

// Where a cut adds no true positive the curve goes straight down: of each such stretch its ends are enough. Of more
// than are of use, evenly many.
std::vector<std::size_t> cornersOf(const ThresholdCuts &cuts) {
    std::vector<std::size_t> corners;
    for (std::size_t cut = 1; cut < cuts.size(); ++cut) {
        const bool rises = cuts.truePositives[cut] != cuts.truePositives[cut - 1];
        const bool isBeforeRise = cut + 1 == cuts.size() || cuts.truePositives[cut + 1] != cuts.truePositives[cut];
        if (rises || isBeforeRise)
            corners.push_back(cut);
    }
    if (corners.size() <= kMostPoints)
        return corners;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < kMostPoints; ++i)
        kept.push_back(corners[i * (corners.size() - 1) / (kMostPoints - 1)]);
    return kept;
}

} // namespace

PrCurve::PrCurve(QWidget *parent)
    : FusionPlot(QStringLiteral("precision-recall"), tr("Precision and recall"), tr("recall"), tr("precision"), parent),
      curve_(new QCPCurve(xAxis, yAxis)), saved_(addMark(false)), now_(addMark(true)) {
    setToolTip(tr("Drag the solid mark along the curve, or press the arrow keys. The hollow mark is the saved point."));
    PrCurve::restyle();
}

void PrCurve::setCuts(const ThresholdCuts &cuts) {
    cuts_ = cuts;
    drawn_ = cornersOf(cuts_);
    QVector<QCPCurveData> points;
    points.reserve(static_cast<qsizetype>(drawn_.size()));
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
        const QPointF point = pointOf(cuts_.countsAt(drawn_[i]));
        points.push_back(QCPCurveData(static_cast<double>(i), point.x(), point.y()));
    }
    curve_->data()->set(points, true);
    setMessage(cuts_.positives == 0 ? tr("No clip of the split has this label.") : QString());
}

void PrCurve::setPoints(double threshold, const Counts &now, const Counts &saved) {
    threshold_ = threshold;
    const auto shown = [](const Counts &counts) {
        const bool isTagged = counts.truePositives + counts.falsePositives > 0;
        return isTagged ? std::optional(pointOf(counts)) : std::nullopt; // precision of nothing is none
    };
    place(*now_, shown(now));
    place(*saved_, shown(saved));
    replot(QCustomPlot::rpQueuedReplot);
}

QPointF PrCurve::markPosition() const {
    if (now_->data()->isEmpty())
        return {};
    const QCPGraphData &mark = *now_->data()->constBegin();
    return {xAxis->coordToPixel(mark.key), yAxis->coordToPixel(mark.value)};
}

void PrCurve::restyle() {
    FusionPlot::restyle();
    curve_->setPen(QPen(lineStyle(0, isOnDark()).colour, 2));
}

std::size_t PrCurve::currentCut() const {
    std::size_t cut = 0; // thresholds fall
    while (cut + 1 < cuts_.size() && cuts_.threshold[cut] > threshold_)
        ++cut;
    return cut;
}

// The cut whose place on the screen is nearest.
void PrCurve::pick(QPointF position) {
    double nearest = std::numeric_limits<double>::infinity();
    std::optional<std::size_t> chosen;
    for (std::size_t cut = 1; cut < cuts_.size(); ++cut) {
        const QPointF point = pointOf(cuts_.countsAt(cut));
        const double distance =
            std::hypot(xAxis->coordToPixel(point.x()) - position.x(), yAxis->coordToPixel(point.y()) - position.y());
        if (distance < nearest) {
            nearest = distance;
            chosen = cut;
        }
    }
    if (chosen)
        Q_EMIT thresholdPicked(cuts_.threshold[*chosen], gesture_);
}

void PrCurve::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !coordinatesAt(event->position()))
        return;
    isDragging_ = true;
    gesture_ = nextGesture();
    pick(event->position());
}

void PrCurve::mouseMoveEvent(QMouseEvent *event) {
    if (isDragging_)
        pick(event->position());
}

void PrCurve::mouseReleaseEvent(QMouseEvent *) {
    isDragging_ = false;
}

void PrCurve::keyPressEvent(QKeyEvent *event) {
    const bool isUp = event->key() == Qt::Key_Right; // to more recall
    if (cuts_.size() < 2 || (!isUp && event->key() != Qt::Key_Left)) {
        FusionPlot::keyPressEvent(event);
        return;
    }
    const std::size_t at = currentCut();
    const std::size_t next = isUp ? std::min(at + 1, cuts_.size() - 1) : std::max<std::size_t>(at, 1) - 1;
    Q_EMIT thresholdPicked(cuts_.threshold[next], 0);
}

QByteArray PrCurve::csv() const {
    const QLocale c = QLocale::c();
    QByteArray text("threshold,recall,precision,f1\n");
    for (std::size_t cut = 0; cut < cuts_.size(); ++cut) {
        const Counts counts = cuts_.countsAt(cut);
        QStringList cells;
        for (const double value : {cuts_.threshold[cut], counts.recall(), counts.precision(), counts.f1()})
            cells << c.toString(value, 'g', QLocale::FloatingPointShortest);
        text += cells.join(QLatin1Char(',')).toUtf8() + '\n';
    }
    return text;
}

} // namespace tagscope::ui
