#pragma once

#include "ui/plot/line_chart.h"

namespace tagscope::ui {

// Columns line, x, y with a header; numbers as a program reads them, whatever the person's locale.
[[nodiscard]] QByteArray csvOf(const std::vector<ChartLine> &lines, const QString &xName, const QString &yName);

// The widget as it looks, by the file's suffix: svg and pdf as lines, anything else as a picture of twice the screen's
// points. False where the file cannot be written.
[[nodiscard]] bool exportFigure(QWidget &widget, const QString &file);

[[nodiscard]] bool writeFile(const QString &file, const QByteArray &bytes);

} // namespace tagscope::ui
