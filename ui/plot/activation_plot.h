#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/plot/track_plot.h"

#include <memory>

namespace tagscope::ui {

// The activations of all events as a heat map, the first event on top, each event's maximal step marked; the chosen
// event's row is framed and a click on a row chooses it.
class ActivationPlot : public TrackPlot {
    Q_OBJECT

public:
    ActivationPlot(ViewState &view, QWidget *parent = nullptr);

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: nothing

    [[nodiscard]] QString readOut(QPointF point) const override;
    void click(QPointF point) override;
    bool step(int rows) override;

protected:
    void restyle() override;

private:
    void fill(const AudioAnalysis &audio);
    void frameChosenEvent();
    void nameRows();
    [[nodiscard]] std::optional<int> rowAt(double y) const;

    std::shared_ptr<const ClipAnalysis> clip_;
    QCPGraph *peakHalos_; // owned by the plot, as are the others
    QCPGraph *peaks_;
    QCPItemRect *chosenHalo_;
    QCPItemRect *chosen_;
};

} // namespace tagscope::ui
