// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/run_style.h"

#include "ui/base/tokens.h"

#include <QPainter>
#include <QPixmap>
#include <array>

namespace tagscope::ui {

namespace {

// Four against seven: neighbours differ in both, and 28 pass before a pair comes again.
constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

constexpr QSize kSampleSize{32, 14};

} // namespace

LineStyle lineStyle(int index, bool isOnDark) {
    const auto i = static_cast<std::size_t>(index);
    return {distinctColour(i, isOnDark), kDashes[i % kDashes.size()]};
}

QIcon sampleOf(const LineStyle &style, const QColor &background) {
    QPixmap sample(kSampleSize * 2);
    sample.setDevicePixelRatio(2);
    sample.fill(background);
    QPainter painter(&sample);
    painter.setPen(QPen(style.colour, 2.5, style.dashes, Qt::FlatCap));
    painter.drawLine(1, kSampleSize.height() / 2, kSampleSize.width() - 1, kSampleSize.height() / 2);
    QIcon icon(sample);
    icon.addPixmap(sample, QIcon::Selected); // else Qt tints it with the colour of the selection
    return icon;
}

} // namespace tagscope::ui
