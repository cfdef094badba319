// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

namespace tagscope::ui {

// What wheels and touchpads turned, as QWheelEvent::angleDelta() has it: a wheel sends 120 at a time, a touchpad many
// small parts, seldom straight.
class WheelSteps {
public:
    enum class Axis { Horizontal, Vertical };
    static constexpr int kStep = 120; // eighths of a degree

    // Of a slanted swipe the axis of which there is more.
    [[nodiscard]] static Axis axisOf(QPoint angle) {
        return qAbs(angle.x()) > qAbs(angle.y()) ? Axis::Horizontal : Axis::Vertical;
    }
    // Steps along that axis, in parts.
    [[nodiscard]] static double partsOf(QPoint angle) {
        return static_cast<double>(axisOf(angle) == Axis::Horizontal ? angle.x() : angle.y()) / kStep;
    }

    // Whole steps along an axis; what is less than one is kept until the next, and dropped where it turns back.
    [[nodiscard]] int take(QPoint angle, Axis axis) {
        const int delta = axis == Axis::Horizontal ? angle.x() : angle.y();
        if ((delta > 0) != (rest_ > 0))
            rest_ = 0;
        rest_ += delta;
        const int steps = rest_ / kStep;
        rest_ -= steps * kStep;
        return steps;
    }

private:
    int rest_ = 0;
};

} // namespace tagscope::ui
