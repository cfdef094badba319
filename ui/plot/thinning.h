// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace tagscope::ui {

// At most `limit` (>= 4) of the points, x ascending: of each stretch of equal count the first, the lowest, the highest
// and the last, so that no peak is lost and none is made up. Equal where there are not more.
[[nodiscard]] QList<QPointF> thinned(const QList<QPointF> &points, qsizetype limit);

// The mean of each point's y with those of the count - 1 points before it; equal for 1.
[[nodiscard]] QList<QPointF> smoothed(const QList<QPointF> &points, int count);

} // namespace tagscope::ui
