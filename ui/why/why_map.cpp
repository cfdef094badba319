// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_map.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

WhyMap::WhyMap(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Occlusion map"));
    hide();
}

void WhyMap::setMap(std::shared_ptr<const OcclusionMap> map) {
    map_ = std::move(map);
    setVisible(map_ != nullptr && !map_->change.empty());
    updateGeometry();
    update();
}

QSize WhyMap::sizeHint() const {
    const auto rows = map_ ? static_cast<int>(map_->change.columns) : 5;
    return {12 * fontMetrics().height(), rows * fontMetrics().height()};
}

QRectF WhyMap::boxOf(std::size_t row, std::size_t column) const {
    const double cellWidth = static_cast<double>(width()) / static_cast<double>(map_->change.rows);
    const double cellHeight = static_cast<double>(height()) / static_cast<double>(map_->change.columns);
    return {static_cast<double>(row) * cellWidth, height() - static_cast<double>(column + 1) * cellHeight, cellWidth,
            cellHeight};
}

void WhyMap::paintEvent(QPaintEvent *) {
    if (!map_ || map_->change.empty())
        return;
    QPainter painter(this);
    const Matrix &change = map_->change;
    double most = 1e-9;
    for (const float value : change.values)
        most = std::max(most, std::abs(static_cast<double>(value)));
    for (std::size_t row = 0; row < change.rows; ++row)
        for (std::size_t column = 0; column < change.columns; ++column) {
            const double value = static_cast<double>(change(row, column));
            const QRectF box = boxOf(row, column);
            QColor colour = value < 0 ? tokens().pictures : tokens().sound;
            colour.setAlphaF(static_cast<float>(std::abs(value) / most));
            painter.fillRect(box, palette().color(QPalette::Base));
            painter.fillRect(box, colour);
            painter.setPen(palette().color(QPalette::Mid));
            painter.drawRect(box);
            if (std::abs(value) > 0.25 * most) {
                painter.setPen(palette().color(QPalette::Text));
                painter.drawText(box, Qt::AlignCenter, value < 0 ? QStringLiteral("−") : QStringLiteral("+"));
            }
        }
}

bool WhyMap::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip || !map_ || map_->change.empty())
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    for (std::size_t row = 0; row < map_->change.rows; ++row)
        for (std::size_t column = 0; column < map_->change.columns; ++column)
            if (boxOf(row, column).contains(help.pos()))
                QToolTip::showText(help.globalPos(),
                                   tr("Silence here changes the audio probability by %1.")
                                       .arg(numberText(static_cast<double>(map_->change(row, column)), 3)),
                                   this);
    return true;
}

} // namespace tagscope::ui
