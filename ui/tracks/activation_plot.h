// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/document/recording_overview.h"
#include "ui/tracks/track_plot.h"

#include <memory>

namespace tagscope::ui {

// The activations of all events as a heat map, the first event on top, each event's maximal step marked; the chosen
// event's row is framed and a click on a row chooses it. Of a long recording each column of pixels shows the maxima of
// what lies below it.
class ActivationPlot : public TrackPlot {
    Q_OBJECT

public:
    ActivationPlot(ViewState &view, QWidget *parent = nullptr);

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: nothing
    void setRecording(std::shared_ptr<const RecordingOverview> recording);

    [[nodiscard]] QString readOut(QPointF point) const override;
    void click(QPointF point) override;
    bool step(int rows) override;

protected:
    void restyle() override;

private:
    void clearMarks();
    void fill(const AudioAnalysis &audio);
    void fillRecording();
    void frameChosenEvent();
    void nameRows();
    [[nodiscard]] bool hasRows() const; // of events
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] const std::vector<EventClass> &events() const;
    [[nodiscard]] std::optional<int> rowAt(double y) const;
    [[nodiscard]] std::optional<double> activationAt(double time, std::size_t event) const;

    std::shared_ptr<const ClipAnalysis> clip_;
    std::shared_ptr<const RecordingOverview> recording_; // in the place of a clip
    QCPGraph *lowPeaks_;                                 // largest activations below their thresholds
    QCPGraph *peakHalos_;                                // owned by the plot, as are the others
    QCPGraph *peaks_;
    QCPItemRect *chosenHalo_;
    QCPItemRect *chosen_;
};

} // namespace tagscope::ui
