// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/track.h"

#include "ui/base/text.h"
#include "ui/base/wheel_steps.h"
#include "ui/tracks/time_geometry.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kZoomPerNotch = 0.8; // four notches are a little more than a factor of two
constexpr double kPanPerNotch = 0.1;  // of the visible stretch
constexpr Seconds kStep{0.1};         // one step of the activations

} // namespace

TrackInput::TrackInput(QWidget &widget, Track &track, ViewState &view)
    : QObject(&widget), widget_(widget), track_(track), view_(view) {
    widget.setMouseTracking(true);
    widget.setFocusPolicy(Qt::StrongFocus);
    widget.installEventFilter(this);
}

bool TrackInput::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::Wheel:
        return wheel(static_cast<const QWheelEvent &>(*event));
    case QEvent::MouseButtonPress:
        press(static_cast<const QMouseEvent &>(*event));
        break;
    case QEvent::MouseButtonDblClick:
        if (const auto &mouse = static_cast<const QMouseEvent &>(*event); mouse.button() == Qt::LeftButton)
            view_.askToPlayFrom(timeAt(mouse.position().x()));
        break;
    case QEvent::MouseButtonRelease:
        release(static_cast<const QMouseEvent &>(*event));
        break;
    case QEvent::MouseMove:
        move(static_cast<const QMouseEvent &>(*event));
        break;
    case QEvent::Leave:
        leave();
        break;
    case QEvent::NativeGesture:
        return gesture(static_cast<const QNativeGestureEvent &>(*event));
    case QEvent::KeyPress:
        return key(static_cast<const QKeyEvent &>(*event));
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        widget_.update();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool TrackInput::wheel(const QWheelEvent &event) {
    // Some systems turn a wheel with Shift held into a sideways one, and a touchpad is seldom stroked straight.
    const WheelSteps::Axis axis = WheelSteps::axisOf(event.angleDelta());
    const double notches = WheelSteps::partsOf(event.angleDelta());
    if (notches == 0)
        return false;
    const TimeGeometry geometry(widget_, view_.range());
    const bool hasControl = event.modifiers().testFlag(Qt::ControlModifier);
    if (hasControl && event.modifiers().testFlag(Qt::ShiftModifier))
        static_cast<void>(track_.zoomFrequency(event.position(), std::pow(kZoomPerNotch, notches)));
    else if (hasControl)
        view_.zoom(geometry.timeAt(event.position().x()), std::pow(kZoomPerNotch, notches));
    else if (event.modifiers().testFlag(Qt::ShiftModifier) || axis == WheelSteps::Axis::Horizontal)
        view_.pan(-kPanPerNotch * notches);
    else
        return false;
    return true;
}

// Two fingers on a touchpad, apart or together.
bool TrackInput::gesture(const QNativeGestureEvent &event) {
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    constexpr double kLeastFactor = 0.1; // of one event, whatever a driver sends
    const TimeGeometry geometry(widget_, view_.range());
    view_.zoom(geometry.timeAt(event.position().x()), 1.0 / std::max(1.0 + event.value(), kLeastFactor));
    return true;
}

// Beside the time axis its nearest end.
Seconds TrackInput::timeAt(double x) const {
    const TimeGeometry geometry(widget_, view_.range());
    return std::clamp(geometry.timeAt(x), view_.range().lower, view_.range().upper);
}

void TrackInput::press(const QMouseEvent &event) {
    if (event.button() != Qt::LeftButton)
        return;
    const double x = event.position().x();
    const Seconds time = timeAt(x);
    pressed_ = event.position();
    anchor_ = time;
    isDragging_ = event.modifiers().testFlag(Qt::ShiftModifier);
    if (isDragging_) {
        const TimeRange ends = view_.selection().value_or(TimeRange{view_.playhead(), view_.playhead()});
        anchor_ = time - ends.lower < ends.upper - time ? ends.upper : ends.lower;
        view_.setSelection(TimeRange{anchor_, time});
    } else if (TimeGeometry(widget_, view_.range()).contains(x)) {
        view_.setPlayhead(time);
    }
}

void TrackInput::drag(const QMouseEvent &event) {
    if (!event.buttons().testFlag(Qt::LeftButton) || !pressed_)
        return;
    const double moved = std::abs(event.position().x() - pressed_->x());
    isDragging_ = isDragging_ || moved >= QApplication::startDragDistance();
    if (isDragging_)
        view_.setSelection(TimeRange{anchor_, timeAt(event.position().x())});
}

void TrackInput::release(const QMouseEvent &event) {
    if (event.button() != Qt::LeftButton || !pressed_)
        return;
    pressed_.reset();
    if (!isDragging_)
        track_.click(event.position());
    isDragging_ = false;
}

void TrackInput::move(const QMouseEvent &event) {
    const TimeGeometry geometry(widget_, view_.range());
    const QPointF at = event.position();
    drag(event);
    track_.point(&at);
    if (!geometry.contains(at.x())) {
        view_.setPointer(std::nullopt, track_.readOut(at));
        return;
    }
    const QString there = track_.readOut(at);
    const Seconds time = geometry.timeAt(at.x());
    const QString seconds = tr("%1 s").arg(numberText(time.count(), 3));
    view_.setPointer(time, there.isEmpty() ? seconds : seconds + QStringLiteral("  ·  ") + there);
}

void TrackInput::leave() {
    track_.point(nullptr);
    view_.setPointer(std::nullopt, {});
}

bool TrackInput::key(const QKeyEvent &event) {
    const Seconds step = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 * kStep : kStep;
    switch (event.key()) {
    case Qt::Key_Left:
        view_.setPlayhead(view_.playhead() - step);
        return true;
    case Qt::Key_Right:
        view_.setPlayhead(view_.playhead() + step);
        return true;
    case Qt::Key_Home:
        view_.setPlayhead(Seconds{0});
        return true;
    case Qt::Key_End:
        view_.setPlayhead(view_.duration());
        return true;
    case Qt::Key_Up:
        return track_.step(-1);
    case Qt::Key_Down:
        return track_.step(1);
    default:
        return false;
    }
}

} // namespace tagscope::ui
