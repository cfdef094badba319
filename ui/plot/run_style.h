// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <Qt>

namespace tagscope::ui {

// How a run or an event is drawn: colours that colour-blind eyes tell apart (Okabe and Ito), and dashes for who sees
// none. The first twelve differ in both together.
struct LineStyle {
    QColor colour;
    Qt::PenStyle dashes = Qt::SolidLine;
};

[[nodiscard]] LineStyle lineStyle(int index, bool isOnDark);

// A short stretch of such a line, for lists.
[[nodiscard]] QIcon sampleOf(const LineStyle &style, const QColor &background);

} // namespace tagscope::ui
