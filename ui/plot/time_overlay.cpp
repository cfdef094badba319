#include "ui/plot/time_overlay.h"

#include "ui/plot/time_geometry.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

namespace tagscope::ui {

TimeOverlay::TimeOverlay(ViewState &view, QWidget &tracks) : QWidget(&tracks), view_(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(tracks.rect());
    tracks.installEventFilter(this);
    for (const auto changed : {&ViewState::rangeChanged, &ViewState::playheadChanged})
        connect(&view, changed, this, [this] { update(); });
    connect(&view, &ViewState::pointerChanged, this, [this] { update(); });
}

void TimeOverlay::setMaximalStep(std::optional<TimeRange> step) {
    step_ = step;
    update();
}

bool TimeOverlay::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    else if (event->type() == QEvent::ChildAdded)
        raise();
    return QWidget::eventFilter(watched, event);
}

void TimeOverlay::paintEvent(QPaintEvent *) {
    const TimeGeometry geometry(*this, view_.range());
    QPainter painter(this);
    painter.setClipRect(geometry.left, 0, geometry.width + 1, height());
    // Dark and light lines side by side: to be seen over any picture and any colour map.
    const auto line = [&](double x, Qt::PenStyle style) {
        painter.setPen(QPen(Qt::black, 3, style));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
        painter.setPen(QPen(Qt::white, 1, style));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    };
    if (step_) {
        const double from = geometry.xOf(step_->lower);
        const double to = std::max(geometry.xOf(step_->upper), from + 2);
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlpha(40);
        painter.fillRect(QRectF(from, 0, to - from, height()), fill);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DashLine));
        painter.drawLine(QPointF(from, 0), QPointF(from, height()));
        painter.drawLine(QPointF(to, 0), QPointF(to, height()));
    }
    if (view_.pointer())
        line(geometry.xOf(*view_.pointer()), Qt::DotLine);
    const double x = geometry.xOf(view_.playhead());
    line(x, Qt::SolidLine);
    if (!geometry.contains(x) && x != geometry.left + geometry.width)
        return;
    painter.setClipping(false); // at the clip's start the handle's half lies in the margin
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 1));
    painter.setBrush(Qt::white);
    const double handle = fontMetrics().height() / 2.0;
    painter.drawPolygon(QPolygonF{{x - handle / 2, 0}, {x + handle / 2, 0}, {x, handle}});
}

} // namespace tagscope::ui
