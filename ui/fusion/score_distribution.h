// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/workbench.h"
#include "ui/fusion/fusion_plot.h"

namespace tagscope::ui {

// How an event's fused scores are spread over clips with and without its label: shares of each kind, so that the few
// can be seen beside the many.
class ScoreDistribution : public FusionPlot {
    Q_OBJECT

public:
    explicit ScoreDistribution(QWidget *parent = nullptr);

    void setHistogram(const ScoreHistogram &histogram);
    void setThresholds(double now, double saved);

    [[nodiscard]] QByteArray csv() const override;

protected:
    void restyle() override;

private:
    ScoreHistogram histogram_;
    QCPGraph *negatives_; // owned by the plot, as are the others
    QCPGraph *positives_;
    QCPItemLine *saved_;
    QCPItemLine *now_;
};

} // namespace tagscope::ui
