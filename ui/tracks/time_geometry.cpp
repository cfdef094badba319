// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/time_geometry.h"

#include <QFontMetrics>
#include <algorithm>

namespace tagscope::ui {

TrackMargins trackMargins(const QWidget &widget) {
    const int em = widget.fontMetrics().horizontalAdvance(QLatin1Char('M'));
    return {13 * em, 7 * em};
}

TimeGeometry::TimeGeometry(const QWidget &track, const TimeRange &visible) : range(visible) {
    const TrackMargins margins = trackMargins(track);
    left = margins.left;
    width = std::max(track.width() - margins.left - margins.right, 1);
}

} // namespace tagscope::ui
