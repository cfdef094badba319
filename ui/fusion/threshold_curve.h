// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/threshold_cuts.h"
#include "core/fusion/workbench.h"
#include "ui/fusion/fusion_plot.h"

namespace tagscope::ui {

// What an event's threshold does: its class F1 and the micro F1 of all events over the threshold. The threshold can be
// dragged.
class ThresholdCurve : public FusionPlot {
    Q_OBJECT

public:
    explicit ThresholdCurve(QWidget *parent = nullptr);

    void setCuts(const ThresholdCuts &cuts, const OtherEvents &others);
    void setThresholds(double now, double saved);

    [[nodiscard]] QByteArray csv() const override;

Q_SIGNALS:
    void thresholdPicked(double threshold, int gesture);

protected:
    void restyle() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void pick(QPointF position);

    bool isDragging_ = false;
    int gesture_ = 0;
    QCPGraph *classF1_; // owned by the plot, as are the others
    QCPGraph *microF1_;
    QCPItemLine *saved_;
    QCPItemLine *now_;
};

} // namespace tagscope::ui
