// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/line_chart.h"

#include <functional>

class QCustomPlot;
class QPaintDevice;

namespace tagscope::ui {

// Columns line, x, y with a header; numbers as a program reads them, whatever the person's locale.
[[nodiscard]] QByteArray csvOf(const std::vector<ChartLine> &lines, const QString &xName, const QString &yName);

// The widget as it looks, by the file's suffix: svg and pdf as lines, anything else as a picture of twice the screen's
// points. False where the file cannot be written.
[[nodiscard]] bool exportFigure(QWidget &widget, const QString &file);

[[nodiscard]] bool writeFile(const QString &file, const QByteArray &bytes);

// Draws the plot itself, its lines and letters as such, where the widget would give a picture of them: for Figure. The
// plot outlives what is returned.
[[nodiscard]] std::function<void(QPaintDevice &)> drawingOf(QCustomPlot &plot);

} // namespace tagscope::ui
