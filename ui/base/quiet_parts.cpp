// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/quiet_parts.h"

#include "ui/base/tokens.h"

#include <QPainter>
#include <QStyleOption>
#include <algorithm>
#include <array>

namespace tagscope::ui {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

QColor mixed(const QColor &one, const QColor &other, double share) {
    return QColor::fromRgbF(static_cast<float>(one.redF() + share * (other.redF() - one.redF())),
                            static_cast<float>(one.greenF() + share * (other.greenF() - one.greenF())),
                            static_cast<float>(one.blueF() + share * (other.blueF() - one.blueF())));
}

QColor inkOf(const QStyleOption &option) {
    return has(option, QStyle::State_Enabled) ? tokens().text : mixed(tokens().dim, tokens().ground, 0.4);
}

QColor borderOf(const QStyleOption &option) {
    return has(option, QStyle::State_HasFocus) ? tokens().accent : tokens().line;
}

// What the pointer is over stands out a little, what is pressed more.
QColor answering(const QColor &fill, const QStyleOption &option) {
    if (!has(option, QStyle::State_Enabled))
        return mixed(fill, tokens().ground, 0.5);
    if (has(option, QStyle::State_Sunken))
        return mixed(fill, tokens().text, 0.16);
    return has(option, QStyle::State_MouseOver) ? mixed(fill, tokens().text, 0.07) : fill;
}

} // namespace

void drawBox(QPainter &painter, const QRectF &place, const QColor &fill, const QColor &border) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.restore();
}

void drawButton(QPainter &painter, const QStyleOption &option, bool isDefault, bool isFlat) {
    const bool isOn = has(option, QStyle::State_On);
    const bool isQuiet = isFlat && !isOn && !has(option, QStyle::State_Sunken) && !has(option, QStyle::State_MouseOver);
    QColor border = borderOf(option);
    if (!has(option, QStyle::State_HasFocus) && isFlat)
        border = QColor();
    else if (isDefault && has(option, QStyle::State_Enabled))
        border = tokens().accent;
    if (isQuiet && !border.isValid())
        return;
    const QColor fill = isOn     ? mixed(tokens().raised, tokens().accent, 0.25)
                        : isFlat ? tokens().ground
                                 : tokens().raised;
    drawBox(painter, option.rect, isQuiet ? QColor() : answering(fill, option), border);
}

void drawField(QPainter &painter, const QStyleOption &option) {
    const bool isEnabled = has(option, QStyle::State_Enabled);
    drawBox(painter, option.rect, isEnabled ? tokens().surface : tokens().ground, borderOf(option));
}

void drawCheckMark(QPainter &painter, const QStyleOption &option, bool isRound) {
    const bool isOn = has(option, QStyle::State_On);
    const bool isPart = has(option, QStyle::State_NoChange);
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    box.adjust(1, 1, -1, -1);
    const bool isFilled = (isOn || isPart) && has(option, QStyle::State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isFilled || has(option, QStyle::State_HasFocus) ? tokens().accent : tokens().dim, 1));
    painter.setBrush(isFilled ? tokens().accent : answering(tokens().surface, option));
    const double radius = isRound ? box.width() / 2 : 3;
    painter.drawRoundedRect(box, radius, radius);
    const QColor ink = isFilled ? tokens().onAccent : tokens().dim;
    if (isOn && isRound) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(box.center(), 0.22 * side, 0.22 * side);
    } else if (isOn || isPart) {
        painter.setPen(QPen(ink, 0.13 * side, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](double x, double y) {
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
        };
        const std::array<QPointF, 3> tick{at(0.24, 0.54), at(0.43, 0.73), at(0.77, 0.3)};
        if (isPart)
            painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
        else
            painter.drawPolyline(tick.data(), static_cast<int>(tick.size()));
    }
    painter.restore();
}

void drawChevron(QPainter &painter, const QRectF &place, const QColor &colour, bool isUp) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double half = std::clamp(std::min(place.width(), place.height()) / 4, 2.0, 4.0);
    const double rise = isUp ? -half / 2 : half / 2;
    const QPointF middle = place.center();
    const std::array<QPointF, 3> lines{middle + QPointF(-half, -rise), middle + QPointF(0, rise),
                                       middle + QPointF(half, -rise)};
    painter.drawPolyline(lines.data(), static_cast<int>(lines.size()));
    painter.restore();
}

void drawTab(QPainter &painter, const QStyleOptionTab &tab) {
    const bool isSelected = has(tab, QStyle::State_Selected);
    const QRectF place(tab.rect);
    painter.fillRect(place, isSelected ? tokens().surface : answering(tokens().ground, tab));
    constexpr double kMark = 2;
    if (!isSelected)
        return;
    QRectF mark = place;
    switch (tab.shape) {
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth:
        mark.setTop(place.bottom() - kMark);
        break;
    case QTabBar::RoundedWest:
    case QTabBar::TriangularWest:
        mark.setRight(place.left() + kMark);
        break;
    case QTabBar::RoundedEast:
    case QTabBar::TriangularEast:
        mark.setLeft(place.right() - kMark);
        break;
    default:
        mark.setBottom(place.top() + kMark);
    }
    painter.fillRect(mark, tokens().accent);
}

void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &header) {
    const QRect place = header.rect;
    painter.fillRect(place, answering(tokens().ground, header));
    painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), tokens().line);
    painter.fillRect(QRect(place.right(), place.top() + place.height() / 4, 1, place.height() / 2), tokens().line);
}

void drawGrip(QPainter &painter, const QStyleOption &option) {
    if (!has(option, QStyle::State_Enabled)) // it cannot be pulled
        return;
    const bool isAcross = option.rect.width() > option.rect.height();
    constexpr double kLength = 24;
    QRectF grip(0, 0, isAcross ? kLength : 2, isAcross ? 2 : kLength);
    grip.moveCenter(QRectF(option.rect).center());
    painter.fillRect(grip, has(option, QStyle::State_MouseOver) ? tokens().accent : tokens().line);
}

void drawProgress(QPainter &painter, const QStyleOptionProgressBar &bar) {
    constexpr double kBarHeight = 6;
    QRectF groove(bar.rect);
    groove.setHeight(std::min(kBarHeight, groove.height()));
    groove.moveCenter(QRectF(bar.rect).center());
    drawBox(painter, groove, tokens().line, {});
    const double range = static_cast<double>(bar.maximum) - bar.minimum;
    const double share = range > 0 ? std::clamp((bar.progress - bar.minimum) / range, 0.0, 1.0) : 0.0;
    if (share <= 0)
        return;
    QRectF done = groove;
    done.setWidth(std::max(share * groove.width(), kBarHeight));
    if (bar.direction == Qt::RightToLeft)
        done.moveRight(groove.right());
    drawBox(painter, done, tokens().accent, {});
}

void drawComboBox(QPainter &painter, const QStyleOptionComboBox &box, const QRect &arrow) {
    if (box.editable)
        drawField(painter, box);
    else
        drawButton(painter, box, false, !box.frame);
    drawChevron(painter, arrow, inkOf(box), false);
}

void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &box, const QRect &up, const QRect &down) {
    if (box.frame)
        drawField(painter, box);
    const auto colour = [&box](QAbstractSpinBox::StepEnabledFlag step, QStyle::SubControl part) {
        if (!box.stepEnabled.testFlag(step))
            return tokens().line;
        return box.activeSubControls.testFlag(part) ? tokens().accent : inkOf(box);
    };
    if (up.isValid() && box.buttonSymbols != QAbstractSpinBox::NoButtons) {
        drawChevron(painter, up, colour(QAbstractSpinBox::StepUpEnabled, QStyle::SC_SpinBoxUp), true);
        drawChevron(painter, down, colour(QAbstractSpinBox::StepDownEnabled, QStyle::SC_SpinBoxDown), false);
    }
}

void drawSlider(QPainter &painter, const QStyleOptionSlider &slider, const QRect &groove, const QRect &handle) {
    constexpr double kGroove = 4;
    const bool isAcross = slider.orientation == Qt::Horizontal;
    QRectF line(groove);
    if (isAcross)
        line.setHeight(kGroove);
    else
        line.setWidth(kGroove);
    line.moveCenter(QRectF(groove).center());
    drawBox(painter, line, tokens().line, {});
    QRectF taken = line;
    const bool isFromRight = slider.upsideDown != (slider.direction == Qt::RightToLeft && !isAcross);
    if (isAcross && isFromRight)
        taken.setLeft(handle.center().x());
    else if (isAcross)
        taken.setRight(handle.center().x());
    else if (slider.upsideDown)
        taken.setTop(handle.center().y());
    else
        taken.setBottom(handle.center().y());
    const bool isEnabled = has(slider, QStyle::State_Enabled);
    drawBox(painter, taken, isEnabled ? tokens().accent : tokens().line, {});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::min(handle.width(), handle.height()) / 2.0 - 1;
    painter.setPen(QPen(isEnabled ? tokens().accent : tokens().line, has(slider, QStyle::State_HasFocus) ? 3 : 1.5));
    painter.setBrush(tokens().surface);
    painter.drawEllipse(QRectF(handle).center(), radius - 1, radius - 1);
    painter.restore();
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QRect &handle) {
    painter.fillRect(bar.rect, tokens().ground);
    if (bar.maximum <= bar.minimum)
        return;
    QRectF thumb(handle);
    if (bar.orientation == Qt::Horizontal)
        thumb.adjust(1, 3, -1, -3);
    else
        thumb.adjust(3, 1, -3, -1);
    const bool isHeld = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (has(bar, QStyle::State_Sunken) || has(bar, QStyle::State_MouseOver));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(tokens().ground, tokens().text, isHeld ? 0.6 : 0.35));
    const double radius = std::min(thumb.width(), thumb.height()) / 2;
    painter.drawRoundedRect(thumb, radius, radius);
    painter.restore();
}

} // namespace tagscope::ui
