// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/f1_map.h"

#include "ui/plot/colour_bar.h"
#include "ui/plot/gestures.h"

#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

F1Map::F1Map(QWidget *parent)
    : FusionPlot(QStringLiteral("f1-map"), tr("F1 over weight and threshold"), tr("threshold"), tr("video weight"),
                 parent),
      map_(new QCPColorMap(xAxis, yAxis)), bar_(new ColourBar(this)), saved_(addMark(false)), halo_(addGraph()),
      now_(addMark(true)) {
    halo_->setLineStyle(QCPGraph::lsNone);
    halo_->setLayer(QStringLiteral("overlay"));
    map_->setInterpolate(false);
    map_->setTightBoundary(false);
    map_->data()->setRange(QCPRange(0, 1), QCPRange(0, 1));
    xAxis->grid()->setVisible(false);
    yAxis->grid()->setVisible(false);
    xAxis->setRange(0, 1);
    yAxis->setRange(0, 1);
    setToolTip(tr("Click or drag to set weight and threshold. The hollow mark is the saved point."));
    setColourMap(ColourMap::Viridis);
    F1Map::restyle();
}

void F1Map::setMap(const Matrix &f1) {
    f1_ = f1;
    const auto thresholds = static_cast<int>(f1.columns);
    const auto weights = static_cast<int>(f1.rows);
    map_->data()->setSize(thresholds, weights);
    map_->data()->setRange(QCPRange(0, 1), QCPRange(0, 1));
    float highest = 0.0F;
    for (int w = 0; w < weights; ++w)
        for (int t = 0; t < thresholds; ++t) {
            const float value = f1(static_cast<std::size_t>(w), static_cast<std::size_t>(t));
            map_->data()->setCell(t, w, static_cast<double>(value));
            highest = std::max(highest, value);
        }
    // Up to the next tenth, so that the colours do not jump with every step.
    const double top = std::max(std::ceil(10.0 * static_cast<double>(highest)) / 10.0, 0.1);
    map_->setDataRange(QCPRange(0.0, top));
    bar_->setScale(0.0, top, 2, {});
    setMessage({});
}

void F1Map::setPoints(double weight, double threshold, double savedWeight, double savedThreshold) {
    const auto placeOf = [](double w, double t) {
        return t >= 0.0 && t <= 1.0 ? std::optional(QPointF(t, w)) : std::nullopt;
    };
    place(*now_, placeOf(weight, threshold));
    place(*halo_, placeOf(weight, threshold));
    place(*saved_, placeOf(savedWeight, savedThreshold));
    replot(QCustomPlot::rpQueuedReplot);
}

void F1Map::setColourMap(ColourMap map) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const std::vector<QColor> colours = coloursOf(map);
    for (std::size_t i = 0; i < colours.size(); ++i)
        gradient.setColorStopAt(static_cast<double>(i) / static_cast<double>(colours.size() - 1), colours[i]);
    map_->setGradient(gradient);
    bar_->setColourMap(map);
    replot(QCustomPlot::rpQueuedReplot);
}

void F1Map::restyle() {
    FusionPlot::restyle();
    // White on black: to be seen on every colour of every map.
    const double size = 0.6 * fontMetrics().height();
    halo_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(Qt::white, 2), Qt::NoBrush, size + 4));
    saved_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(Qt::white, 2), Qt::NoBrush, size));
    axisRect()->setMinimumMargins(QMargins(0, 2,
                                           fontMetrics().horizontalAdvance(QStringLiteral("0.00")) +
                                               2 * fontMetrics().horizontalAdvance(QLatin1Char('M')) +
                                               fontMetrics().height() / 2,
                                           0));
}

void F1Map::resizeEvent(QResizeEvent *event) {
    FusionPlot::resizeEvent(event);
    const int room = axisRect()->minimumMargins().right();
    const int top = fontMetrics().height();
    bar_->setGeometry(width() - room, top, room, std::max(height() - top - fontMetrics().height(), 0));
}

void F1Map::pick(QPointF position) {
    const auto at = coordinatesAt(
        {std::clamp(position.x(), static_cast<double>(axisRect()->left()), static_cast<double>(axisRect()->right())),
         std::clamp(position.y(), static_cast<double>(axisRect()->top()), static_cast<double>(axisRect()->bottom()))});
    if (!at)
        return;
    constexpr double kSteps = 200; // finer than the grid, coarse enough to be read
    const auto rounded = [](double value) { return std::round(value * kSteps) / kSteps; };
    Q_EMIT picked(rounded(at->y()), rounded(at->x()), gesture_);
}

void F1Map::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !coordinatesAt(event->position()))
        return;
    isDragging_ = true;
    gesture_ = nextGesture();
    pick(event->position());
}

void F1Map::mouseMoveEvent(QMouseEvent *event) {
    if (isDragging_)
        pick(event->position());
}

void F1Map::mouseReleaseEvent(QMouseEvent *) {
    isDragging_ = false;
}

QByteArray F1Map::csv() const {
    const QLocale c = QLocale::c();
    QByteArray text("weight,threshold,f1\n");
    for (std::size_t w = 0; w < f1_.rows; ++w)
        for (std::size_t t = 0; t < f1_.columns; ++t) {
            QStringList cells;
            for (const double value :
                 {static_cast<double>(w) / static_cast<double>(f1_.rows - 1),
                  static_cast<double>(t) / static_cast<double>(f1_.columns - 1), static_cast<double>(f1_(w, t))})
                cells << c.toString(value, 'g', 9);
            text += cells.join(QLatin1Char(',')).toUtf8() + '\n';
        }
    return text;
}

} // namespace tagscope::ui
