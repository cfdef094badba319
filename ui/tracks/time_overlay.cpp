// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/time_overlay.h"

#include "ui/base/text.h"
#include "ui/tracks/time_geometry.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

TimeOverlay::TimeOverlay(ViewState &view, QWidget &tracks, int inset) : QWidget(&tracks), view_(view), inset_(inset) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    cover();
    tracks.installEventFilter(this);
    connect(&view, &ViewState::rangeChanged, this, [this] { update(); });
    connect(&view, &ViewState::selectionChanged, this, [this] { update(); });
    connect(&view, &ViewState::playheadChanged, this, [this] { moveLine(playheadRect_, view_.playhead()); });
    connect(&view, &ViewState::pointerChanged, this, [this] { moveLine(pointerRect_, view_.pointer()); });
}

void TimeOverlay::setSpared(const QRegion &spared) {
    if (spared == spared_)
        return;
    spared_ = spared;
    update();
}

void TimeOverlay::setMaximalStep(std::optional<TimeRange> step) {
    step_ = step;
    update();
}

void TimeOverlay::cover() {
    setGeometry(parentWidget()->rect().adjusted(inset_, 0, 0, 0));
}

bool TimeOverlay::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        cover();
    else if (event->type() == QEvent::ChildAdded)
        raise();
    return QWidget::eventFilter(watched, event);
}

// What a line at this time covers, its handle included.
QRect TimeOverlay::lineRect(std::optional<Seconds> time) const {
    if (!time)
        return {};
    const int reach = fontMetrics().height() / 2 + 2;
    const auto x = static_cast<int>(std::lround(std::clamp(TimeGeometry(*this, view_.range()).xOf(*time), -1e4, 1e5)));
    return {x - reach, 0, 2 * reach + 1, height()};
}

// Repaints what a line leaves and where it comes: while the clip plays, the tracks below are not painted as a whole.
void TimeOverlay::moveLine(QRect &shown, std::optional<Seconds> time) {
    update(shown);
    shown = lineRect(time);
    update(shown);
}

void TimeOverlay::paintEvent(QPaintEvent *) {
    const TimeGeometry geometry(*this, view_.range());
    QPainter painter(this);
    painter.setClipRegion(QRegion(geometry.left, 0, geometry.width + 1, height()) - spared_.translated(-inset_, 0));
    // Dark and light lines side by side: to be seen over any picture and any colour map.
    const auto line = [&](double x, Qt::PenStyle style) {
        painter.setPen(QPen(Qt::black, 3, style));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
        painter.setPen(QPen(Qt::white, 1, style));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    };
    playheadRect_ = lineRect(view_.playhead());
    pointerRect_ = lineRect(view_.pointer());
    paintStep(painter, geometry);
    paintSelection(painter, geometry);
    if (view_.pointer())
        line(geometry.xOf(*view_.pointer()), Qt::DotLine);
    line(geometry.xOf(view_.playhead()), Qt::SolidLine);
    paintSelectionTimes(painter, geometry);
    paintHandle(painter, geometry);
}

void TimeOverlay::paintStep(QPainter &painter, const TimeGeometry &geometry) const {
    if (!step_)
        return;
    const double from = geometry.xOf(step_->lower);
    const double to = std::max(geometry.xOf(step_->upper), from + 2);
    QColor fill = palette().color(QPalette::Highlight);
    fill.setAlpha(40);
    painter.fillRect(QRectF(from, 0, to - from, height()), fill);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DashLine));
    painter.drawLine(QPointF(from, 0), QPointF(from, height()));
    painter.drawLine(QPointF(to, 0), QPointF(to, height()));
}

// What is seen of the selection, from left to right.
std::optional<QRectF> TimeOverlay::selectionRect(const TimeGeometry &geometry) const {
    const std::optional<TimeRange> selection = view_.selection();
    if (!selection)
        return std::nullopt;
    const double left = std::max(geometry.xOf(selection->lower), geometry.left - 1.0);
    const double right = std::min(geometry.xOf(selection->upper), geometry.left + geometry.width + 1.0);
    if (right < geometry.left || left > geometry.left + geometry.width)
        return std::nullopt;
    return QRectF(left, -2, right - left, height() + 4);
}

// Lighter than what surrounds it.
void TimeOverlay::paintSelection(QPainter &painter, const TimeGeometry &geometry) const {
    const std::optional<QRectF> seen = selectionRect(geometry);
    if (!seen)
        return;
    painter.fillRect(*seen, QColor(255, 255, 255, 56));
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(*seen);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.drawRect(*seen);
}

// Over all lines.
void TimeOverlay::paintSelectionTimes(QPainter &painter, const TimeGeometry &geometry) const {
    const std::optional<TimeRange> selection = view_.selection();
    const std::optional<QRectF> seen = selectionRect(geometry);
    if (!selection || !seen)
        return;
    const QString text = tr("%1 – %2 s  ·  %3 s")
                             .arg(numberText(selection->lower.count(), 3), numberText(selection->upper.count(), 3),
                                  numberText(selection->span().count(), 3));
    const int gap = fontMetrics().height() / 3;
    QRectF box(0, 0, fontMetrics().horizontalAdvance(text) + 2 * gap, fontMetrics().height() + gap);
    box.moveCenter({seen->center().x(), 0});
    box.moveTop(fontMetrics().height()); // below the playhead's handle
    box.moveLeft(std::clamp(box.left(), geometry.left + 1.0,
                            std::max(geometry.left + geometry.width - box.width(), geometry.left + 1.0)));
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
    painter.drawText(box, Qt::AlignCenter, text);
}

void TimeOverlay::paintHandle(QPainter &painter, const TimeGeometry &geometry) const {
    const double x = geometry.xOf(view_.playhead());
    if (!geometry.contains(x) && x != geometry.left + geometry.width)
        return;
    painter.setClipping(false); // at the clip's start the handle's half lies in the margin
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 1));
    painter.setBrush(Qt::white);
    const double handle = fontMetrics().height() / 2.0;
    double top = 0;
    for (const QRect &part : spared_)
        if (part.top() <= top)
            top = std::max(top, part.bottom() + 1.0);
    painter.drawPolygon(QPolygonF{{x - handle / 2, top}, {x + handle / 2, top}, {x, top + handle}});
}

} // namespace tagscope::ui
