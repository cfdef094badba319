// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

class QPaintDevice;
class QWidget;

namespace tagscope::ui {

// A drawing that a person can take out of the window.
struct Figure {
    QString name; // of its file, without the suffix, such as "activations"
    // Draws it on a device whose points are those of the widget. Empty: the widget as it looks.
    std::function<void(QPaintDevice &)> paint;
    // The values that it shows, as CSV. Empty: it has none.
    std::function<QByteArray()> data;
};

enum class FigureFormat { Png, Svg, Pdf };

// Makes the file's bytes; runs on any thread, once. No bytes where memory does not suffice.
using Encoding = std::function<QByteArray()>;

// Draws the figure now, on the GUI thread, at the widget's size. `scale`: a picture's pixels for each point; lines have
// none.
[[nodiscard]] Encoding drawFigure(QWidget &widget, const Figure &figure, FigureFormat format, int scale);

} // namespace tagscope::ui
