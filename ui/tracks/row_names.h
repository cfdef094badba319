// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/custom_plot.h"

#include <QString>
#include <vector>

namespace tagscope::ui {

// Names of rows left of a plot, each beginning at a place of its own: an axis has them all end at the plot, where what
// stands below what cannot be seen. GUI thread.
class RowNames {
public:
    struct Name {
        double row = 0.0; // on the y axis
        int left = 0;     // pixels from the plot's left edge
        QString text;
        bool isStrong = false;
    };

    explicit RowNames(QCustomPlot &plot) : plot_(plot) {} // which outlives it and owns what is drawn

    void show(const std::vector<Name> &names, const QFont &font, const QColor &colour);

private:
    QCustomPlot &plot_;
    std::vector<QCPItemText *> items_;
};

} // namespace tagscope::ui
