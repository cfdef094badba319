// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/thinning.h"

#include <algorithm>
#include <array>

namespace tagscope::ui {

namespace {

constexpr qsizetype kOfAStretch = 4;

} // namespace

QList<QPointF> thinned(const QList<QPointF> &points, qsizetype limit) {
    if (points.size() <= limit)
        return points;
    const qsizetype stretches = std::max<qsizetype>(limit / kOfAStretch, 1);
    const auto isLower = [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); };
    QList<QPointF> kept;
    kept.reserve(stretches * kOfAStretch);
    for (qsizetype stretch = 0; stretch < stretches; ++stretch) {
        const auto from = points.begin() + stretch * points.size() / stretches;
        const auto to = points.begin() + (stretch + 1) * points.size() / stretches;
        const auto [lowest, highest] = std::minmax_element(from, to, isLower);
        std::array chosen{from, lowest, highest, to - 1};
        std::sort(chosen.begin(), chosen.end());
        const auto end = std::unique(chosen.begin(), chosen.end());
        for (auto point = chosen.begin(); point != end; ++point)
            kept << **point;
    }
    return kept;
}

QList<QPointF> smoothed(const QList<QPointF> &points, int count) {
    if (count <= 1)
        return points;
    QList<QPointF> means;
    means.reserve(points.size());
    double sum = 0.0;
    for (qsizetype i = 0; i < points.size(); ++i) {
        sum += points[i].y();
        if (i >= count)
            sum -= points[i - count].y();
        means << QPointF(points[i].x(), sum / static_cast<double>(std::min<qsizetype>(i + 1, count)));
    }
    return means;
}

} // namespace tagscope::ui
