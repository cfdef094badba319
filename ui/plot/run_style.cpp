// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/run_style.h"

#include <QPainter>
#include <QPixmap>
#include <array>

namespace tagscope::ui {

namespace {

constexpr std::array<QRgb, 6> kOnLight{0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xb07d00, 0x3a9bd1};
constexpr std::array<QRgb, 6> kOnDark{0x56b4e9, 0xff8a3d, 0x2ecc9b, 0xe79ac6, 0xf0e442, 0xa8c8ff};
// Four against six: neighbours differ in both, and twelve pass before a pair comes again.
constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

constexpr QSize kSampleSize{32, 14};

} // namespace

LineStyle lineStyle(int index, bool isOnDark) {
    const auto i = static_cast<std::size_t>(index);
    return {QColor((isOnDark ? kOnDark : kOnLight)[i % kOnLight.size()]), kDashes[i % kDashes.size()]};
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
