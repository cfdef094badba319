// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/fusion/fusion_plot.h"
#include "ui/plot/colour_map.h"

#include <optional>

namespace tagscope::ui {

class ColourBar;

// F1 over an event's weight and threshold as a map; a click or a drag sets both.
class F1Map : public FusionPlot {
    Q_OBJECT

public:
    explicit F1Map(QWidget *parent = nullptr);

    // weights x thresholds, on even grids over [0, 1].
    void setMap(const Matrix &f1);
    void setPoints(double weight, double threshold, double savedWeight, double savedThreshold);
    void setColourMap(ColourMap map);

    [[nodiscard]] QByteArray csv() const override;

Q_SIGNALS:
    void picked(double weight, double threshold, int gesture);

protected:
    void restyle() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void pick(QPointF position);

    Matrix f1_;
    bool isDragging_ = false;
    int gesture_ = 0;
    QCPColorMap *map_; // owned by the plot, as are the marks
    ColourBar *bar_;
    QCPGraph *saved_;
    QCPGraph *halo_;
    QCPGraph *now_;
};

} // namespace tagscope::ui
