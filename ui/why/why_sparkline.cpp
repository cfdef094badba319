// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_sparkline.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace tagscope::ui {

void paintActivation(QPainter &painter, const QRectF &box, const AudioAnalysis &audio, std::size_t event,
                     Seconds duration) {
    const double seconds = std::max(duration.count(), 1e-9);
    const auto xOf = [&](double time) { return box.left() + time / seconds * box.width(); };
    const auto yOf = [&](float probability) { return box.bottom() - static_cast<double>(probability) * box.height(); };
    const QPen lines = painter.pen();
    QColor faint = lines.color();
    faint.setAlphaF(0.3F);
    painter.setPen(QPen(faint, 1));
    painter.drawLine(box.topLeft(), box.topRight());
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    for (int second = 1; second < seconds; ++second)
        painter.drawLine(QPointF(xOf(second), box.bottom()), QPointF(xOf(second), box.bottom() - box.height() * 0.1));
    QPolygonF line;
    for (std::size_t step = 0; step < audio.activations.rows; ++step) {
        const double time = audio.stepMiddle(static_cast<double>(step)).count();
        if (time <= seconds)
            line << QPointF(xOf(time), yOf(audio.activations(step, event)));
    }
    painter.setPen(QPen(lines.color(), 1.5));
    painter.drawPolyline(line);
    const double peak = audio.stepMiddle(audio.peakSteps[event]).count();
    const QPointF at(xOf(std::min(peak, seconds)), yOf(audio.probabilities[event]));
    painter.setPen(lines);
    painter.setBrush(tokensOf(lines.color().lightness() > 128).sound);
    painter.drawEllipse(at, 3.5, 3.5);
    painter.setBrush(Qt::NoBrush);
    const QFontMetricsF metrics = painter.fontMetrics();
    const QString label = probabilityText(static_cast<double>(audio.probabilities[event]));
    const bool isLeft = at.x() + 8.0 + metrics.horizontalAdvance(label) > box.right();
    const double y = std::clamp(at.y() + metrics.ascent() / 2.0, box.top() + metrics.ascent(), box.bottom() - 2.0);
    painter.drawText(QPointF(isLeft ? at.x() - 8.0 - metrics.horizontalAdvance(label) : at.x() + 8.0, y), label);
}

WhySparkline::WhySparkline(ViewState &view, QWidget *parent) : QWidget(parent), view_(view) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("The event's activation over the clip, from 0 to 1, and its maximum. A click sets the playhead."));
    for (const auto changed : {&ViewState::eventChanged, &ViewState::playheadChanged})
        connect(&view, changed, this, [this] { update(); });
}

void WhySparkline::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    clip_ = std::move(clip);
    update();
}

QSize WhySparkline::sizeHint() const {
    return {12 * fontMetrics().height(), 3 * fontMetrics().height()};
}

void WhySparkline::paintEvent(QPaintEvent *) {
    if (!clip_ || !clip_->audio || !view_.event())
        return;
    const auto event = static_cast<std::size_t>(*view_.event());
    if (event >= clip_->audio->peakSteps.size())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(4, 4, -4, -3);
    const double x = box.left() + view_.playhead() / std::max(clip_->duration, Seconds{1e-9}) * box.width();
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setPen(palette().color(QPalette::Text));
    paintActivation(painter, box, *clip_->audio, event, clip_->duration);
}

void WhySparkline::mousePressEvent(QMouseEvent *event) {
    if (clip_ && event->button() == Qt::LeftButton)
        view_.setPlayhead(clip_->duration * ((event->position().x() - 4) / std::max(width() - 8, 1)));
}

} // namespace tagscope::ui
