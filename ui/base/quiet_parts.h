// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;

// Parts of QuietStyle, each drawn from the tokens.
namespace tagscope::ui {

// A rounded box, its border within the rectangle.
void drawBox(QPainter &painter, const QRectF &place, const QColor &fill, const QColor &border);
void drawButton(QPainter &painter, const QStyleOption &option, bool isDefault, bool isFlat);
void drawField(QPainter &painter, const QStyleOption &option); // what is typed into
void drawCheckMark(QPainter &painter, const QStyleOption &option, bool isRound);
// A "v" in the middle, or upside down.
void drawChevron(QPainter &painter, const QRectF &place, const QColor &colour, bool isUp);

void drawTab(QPainter &painter, const QStyleOptionTab &tab);
void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &header);
void drawGrip(QPainter &painter, const QStyleOption &option); // of a splitter
void drawProgress(QPainter &painter, const QStyleOptionProgressBar &bar);

void drawComboBox(QPainter &painter, const QStyleOptionComboBox &box, const QRect &arrow);
void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &box, const QRect &up, const QRect &down);
void drawSlider(QPainter &painter, const QStyleOptionSlider &slider, const QRect &groove, const QRect &handle);
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QRect &handle);

} // namespace tagscope::ui
