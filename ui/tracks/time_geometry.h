// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/view_state.h"

#include <QWidget>

namespace tagscope::ui {

// The room left and right of every track's time axis, in pixels: the same for all tracks, so that one moment is one
// column of the screen.
struct TrackMargins {
    int left = 0;
    int right = 0;
};

// Enough for axis numbers and event names on the left and a colour bar on the right, in the widget's font.
[[nodiscard]] TrackMargins trackMargins(const QWidget &widget);

// From times to pixels of a track and back; as QCPAxis does it.
struct TimeGeometry {
    int left = 0;
    int width = 1;
    TimeRange range;

    TimeGeometry(const QWidget &track, const TimeRange &visible);

    [[nodiscard]] double xOf(Seconds time) const { return left + (time - range.lower) / range.span() * width; }
    [[nodiscard]] Seconds timeAt(double x) const { return range.lower + (x - left) / width * range.span(); }
    [[nodiscard]] bool contains(double x) const { return x >= left && x < left + width; }
};

} // namespace tagscope::ui
