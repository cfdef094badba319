// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/colour_bar.h"

#include "ui/base/text.h"

#include <QFontMetrics>
#include <QLinearGradient>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

ColourBar::ColourBar(QWidget *parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ColourBar::setColourMap(ColourMap map) {
    map_ = map;
    update();
}

void ColourBar::setScale(double lowest, double highest, int decimals, const QString &unit) {
    lowest_ = lowest;
    highest_ = highest;
    decimals_ = decimals;
    unit_ = unit;
    update();
}

void ColourBar::setRoots() {
    isOfRoots_ = true;
    update();
}

void ColourBar::setMark(std::optional<double> value) {
    mark_ = value;
    update();
}

double ColourBar::shareOf(double value) const {
    const double share = (value - lowest_) / (highest_ - lowest_);
    return isOfRoots_ ? std::sqrt(std::max(share, 0.0)) : share;
}

void ColourBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    const int em = metrics.horizontalAdvance(QLatin1Char('M'));
    const int line = metrics.height();
    const QRect bar(em / 2, line, em, std::max(height() - line - 1, 1));
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    const std::vector<QColor> colours = coloursOf(map_);
    for (std::size_t i = 0; i < colours.size(); ++i)
        gradient.setColorAt(static_cast<double>(i) / static_cast<double>(colours.size() - 1), colours[i]);
    painter.fillRect(bar, gradient);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));

    painter.drawText(QRect(em / 2, 0, width() - em / 2, line), Qt::AlignLeft | Qt::AlignTop, unit_);
    const auto heightOf = [&](double value) { return bar.bottom() - static_cast<int>(shareOf(value) * bar.height()); };
    if (mark_ && *mark_ >= lowest_ && *mark_ <= highest_) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawLine(bar.left() - em / 4, heightOf(*mark_), bar.right() + em / 3, heightOf(*mark_));
    }
    const auto label = [&](double value) {
        const int y = heightOf(value);
        const int top = std::clamp(y - line / 2, bar.top(), std::max(bar.bottom() - line, bar.top()));
        painter.drawText(QRect(bar.right() + em / 2, top, width() - bar.right(), line),
                         Qt::AlignLeft | Qt::AlignVCenter, numberText(value, decimals_));
    };
    label(lowest_);
    if (bar.height() > 3 * line) // in the middle of the bar
        label(lowest_ + (isOfRoots_ ? 0.25 : 0.5) * (highest_ - lowest_));
    if (bar.height() > 2 * line)
        label(highest_);
}

} // namespace tagscope::ui
