// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/tracks/track_plot.h"

#include <memory>
#include <vector>

namespace tagscope::ui {

// The activations of a few events as curves, each with its maximum marked, and the chosen event's threshold: those of
// the events that are tagged or have the highest maxima, and the chosen one.
class ActivationCurves : public TrackPlot {
    Q_OBJECT

public:
    static constexpr std::size_t kMostCurves = 5;

    explicit ActivationCurves(ViewState &view, QWidget *parent = nullptr);

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: nothing

    // The events that have a curve, the chosen one first.
    [[nodiscard]] const std::vector<int> &events() const { return events_; }
    [[nodiscard]] QString readOut(QPointF point) const override;
    // Chooses the event whose curve is nearest.
    void click(QPointF point) override;
    bool step(int events) override;

protected:
    void restyle() override;

private:
    void draw();
    void addCurve(int event);
    void markThreshold();
    [[nodiscard]] std::vector<int> chooseEvents() const;
    [[nodiscard]] std::optional<int> eventNear(QPointF point) const;
    [[nodiscard]] double activationAt(int event, double time) const;

    std::shared_ptr<const ClipAnalysis> clip_;
    std::vector<int> events_;
};

} // namespace tagscope::ui
