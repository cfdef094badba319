// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/waveform_plot.h"

#include "ui/base/text.h"
#include "ui/tracks/time_geometry.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kQuietest = 1e-3; // of full scale: a silent clip is not blown up to noise

// The next of 1, 2, 5, 10 … that holds the value: an axis that says round numbers.
double roundScale(double value) {
    double scale = 1.0;
    for (const double step : {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0}) {
        scale = step;
        if (value <= step)
            break;
    }
    return std::max(scale, value);
}

QString levelText(double amplitude) {
    if (amplitude <= 1e-5)
        return WaveformPlot::tr("silence");
    //: Decibels relative to full scale.
    return WaveformPlot::tr("%1 dBFS").arg(numberText(20.0 * std::log10(amplitude), 1));
}

} // namespace

WaveformPlot::WaveformPlot(SoundService &sound, ViewState &view, QWidget *parent)
    : QWidget(parent), sound_(sound), view_(view) {
    setAccessibleName(tr("Waveform"));
    const auto repaint = [this] { update(); };
    connect(&view, &ViewState::rangeChanged, this, repaint);
    connect(&sound, &SoundService::began, this, repaint);
    connect(&sound, &SoundService::grew, this, repaint);
    connect(&sound, &SoundService::ended, this, repaint);
    new TrackInput(*this, *this, view); // owned by this widget
}

void WaveformPlot::setMessage(const QString &message) {
    message_ = message;
    update();
}

QString WaveformPlot::message() const {
    return message_.isEmpty() && sound_.envelope().samples() == 0 ? sound_.problem() : message_;
}

double WaveformPlot::scale() const {
    const std::optional<EnvelopeBlock> whole = sound_.envelope().whole();
    const double loudest =
        whole ? std::max(-static_cast<double>(whole->lowest), static_cast<double>(whole->highest)) : 1.0;
    return roundScale(std::max(loudest, kQuietest));
}

QRect WaveformPlot::plotRect() const {
    const TimeGeometry geometry(*this, view_.range());
    const int gap = fontMetrics().height() / 4;
    return {geometry.left, gap, geometry.width, std::max(height() - 2 * gap, 1)};
}

std::optional<EnvelopeBlock> WaveformPlot::columnAt(double x) const {
    const TimeGeometry geometry(*this, view_.range());
    const double rate = sound_.sampleRate();
    return sound_.envelope().over(geometry.timeAt(x).count() * rate, geometry.timeAt(x + 1).count() * rate);
}

void WaveformPlot::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    const QRect plot = plotRect();
    painter.setPen(palette().color(QPalette::Text));
    if (const QString text = message(); !text.isEmpty()) {
        painter.drawText(plot, Qt::AlignCenter | Qt::TextWordWrap, text);
    } else {
        paintAxis(painter, plot);
        paintSound(painter, plot);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void WaveformPlot::paintAxis(QPainter &painter, const QRect &plot) const {
    const int line = fontMetrics().height();
    const QString top = numberText(scale(), scale() < 0.01 ? 3 : scale() < 0.1 ? 2 : 1);
    const QRect margin(0, 0, plot.left() - line / 2, height());
    painter.setPen(palette().color(QPalette::Text));
    if (plot.height() > 3 * line) {
        painter.drawText(margin.adjusted(0, plot.top(), 0, 0), Qt::AlignRight | Qt::AlignTop, top);
        painter.drawText(margin.adjusted(0, 0, 0, plot.bottom() + 1 - height()), Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("−") + top);
    }
    painter.drawText(margin, Qt::AlignRight | Qt::AlignVCenter, tr("Waveform"));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(plot.left(), plot.center().y(), plot.right(), plot.center().y());
}

void WaveformPlot::paintSound(QPainter &painter, const QRect &plot) const {
    if (sound_.sampleRate() == 0) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(plot, Qt::AlignCenter, sound_.part().media.empty() ? QString() : tr("Decoding…"));
        return;
    }
    const TimeGeometry geometry(*this, view_.range());
    const double rate = sound_.sampleRate();
    // In pixels of the screen: with a scale such as 1.5 the plot may begin in the middle of one.
    const QTransform toScreen = painter.deviceTransform();
    const double column = 1.0 / toScreen.m11();
    const auto screenX = [&toScreen](double x) { return std::lround(toScreen.m11() * x + toScreen.dx()); };
    const double middle = plot.center().y() + 0.5;
    const double unit = plot.height() / 2.0 / scale();
    QColor reach = palette().color(QPalette::Text);
    reach.setAlpha(150);
    QVector<QRectF> extremes;
    QVector<QRectF> powers;
    const auto bar = [column](double x, double top, double bottom) {
        return QRectF(x, top, column, std::max(bottom - top, column));
    };
    std::optional<EnvelopeBlock> before;
    for (auto pixel = screenX(plot.left()); pixel < screenX(plot.left() + plot.width()); ++pixel) {
        const double left = (static_cast<double>(pixel) - toScreen.dx()) * column;
        const std::optional<EnvelopeBlock> block =
            sound_.envelope().over(geometry.timeAt(left).count() * rate, geometry.timeAt(left + column).count() * rate);
        if (block) {
            // From the column before on, so that steep sound has no holes.
            const float lowest = before ? std::min(block->lowest, before->highest) : block->lowest;
            const float highest = before ? std::max(block->highest, before->lowest) : block->highest;
            extremes.append(
                bar(left, middle - unit * static_cast<double>(highest), middle - unit * static_cast<double>(lowest)));
            const double effective = unit * std::sqrt(static_cast<double>(block->power));
            if (effective >= 1.0 && block->lowest < 0.0F && block->highest > 0.0F)
                powers.append(bar(left, middle - effective, middle + effective));
        }
        before = block;
    }
    painter.setClipRect(plot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(reach);
    painter.drawRects(extremes);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRects(powers);
    painter.setBrush(Qt::NoBrush);
    painter.setClipping(false);
}

QString WaveformPlot::readOut(QPointF point) const {
    if (!message().isEmpty() || sound_.sampleRate() == 0 || !plotRect().contains(point.toPoint()))
        return {};
    const std::optional<EnvelopeBlock> block = columnAt(std::floor(point.x()));
    if (!block)
        return {};
    const double peak =
        std::max(std::abs(static_cast<double>(block->lowest)), std::abs(static_cast<double>(block->highest)));
    return tr("peak %1  ·  RMS %2").arg(levelText(peak), levelText(std::sqrt(static_cast<double>(block->power))));
}

QSize WaveformPlot::sizeHint() const {
    return {60 * fontMetrics().height(), 5 * fontMetrics().height()};
}

QSize WaveformPlot::minimumSizeHint() const {
    return {20 * fontMetrics().height(), 2 * fontMetrics().height()};
}

} // namespace tagscope::ui
