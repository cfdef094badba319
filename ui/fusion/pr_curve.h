// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/threshold_cuts.h"
#include "ui/fusion/fusion_plot.h"

#include <vector>

namespace tagscope::ui {

// The precision-recall curve of an event, exact, with the operating point to drag and the saved one beside it. The
// arrow keys step from one possible threshold to the next.
class PrCurve : public FusionPlot {
    Q_OBJECT

public:
    explicit PrCurve(QWidget *parent = nullptr);

    void setCuts(const ThresholdCuts &cuts);
    // Threshold of what is worked on, and the counts at the saved point.
    void setPoints(double threshold, const Counts &now, const Counts &saved);

    [[nodiscard]] QByteArray csv() const override;
    // Where on the widget the threshold's mark is; for tests.
    [[nodiscard]] QPointF markPosition() const;

Q_SIGNALS:
    // The same `gesture` for all steps of one drag.
    void thresholdPicked(double threshold, int gesture);

protected:
    void restyle() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void pick(QPointF position);
    [[nodiscard]] std::size_t currentCut() const;

    ThresholdCuts cuts_;
    std::vector<std::size_t> drawn_; // the cuts that are drawn
    double threshold_ = 0.5;
    bool isDragging_ = false;
    int gesture_ = 0;
    QCPCurve *curve_; // owned by the plot, as are the others
    QCPGraph *saved_;
    QCPGraph *now_;
};

} // namespace tagscope::ui
