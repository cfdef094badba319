// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QSizeF>
#include <QString>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QPaintDevice;

namespace tagscope::ui {

// A drawing that a person can take out of the window.
struct Figure {
    QString name; // of its file, without the suffix, such as "activations"
    // Draws it on a device whose points are those of the widget. Empty: the widget as it looks.
    std::function<void(QPaintDevice &)> paint;
    // The values that it shows, as CSV. Empty: it has none.
    std::function<QByteArray()> data;
    // What it is of at present, such as a clip and an event; goes into the file's name. Empty: nothing.
    std::function<QString()> subject = {};
    // Parts of the widget that belong to the screen: not on paper.
    std::vector<QPointer<QWidget>> furniture = {};
};

enum class FigureFormat { Png, Svg, Pdf };

// A figure for a page: laid out anew at this size, with letters of this size, in light colours.
struct PrintSize {
    QSizeF millimetres;
    double points = 8;     // of the letters
    int dotsPerInch = 300; // of pictures; lines have none
};

// Makes the file's bytes; runs on any thread, once. No bytes where memory does not suffice.
using Encoding = std::function<QByteArray()>;

// Draws the figure now, on the GUI thread, at the widget's size. `scale`: a picture's pixels for each point; lines have
// none.
[[nodiscard]] Encoding drawFigure(QWidget &widget, const Figure &figure, FigureFormat format, int scale);
// The same for a page. The widget is as before when it returns; nothing of it is seen on the screen. What a widget
// cannot be made smaller than, the figure is not, and is scaled down as a whole.
[[nodiscard]] Encoding drawFigure(QWidget &widget, const Figure &figure, FigureFormat format, const PrintSize &size);

} // namespace tagscope::ui
