// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/base/wheel_steps.h"
#include "ui/document/recording_overview.h"
#include "ui/tracks/event_rows.h"
#include "ui/tracks/row_names.h"
#include "ui/tracks/track_plot.h"

#include <memory>

class QLineEdit;
class QScrollBar;

namespace tagscope::ui {

// The activations of all events as a heat map, the first event on top, each event's maximal step marked; the chosen
// event's row is framed and a click on a row chooses it. Of a long recording each column of pixels shows the maxima of
// what lies below it. Many events stand below their parents (EventRows), are searched in a field above their names, and
// scroll by the wheel or a bar beside them, so that each row can be read.
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
    [[nodiscard]] int roomAbove() const override;
    void restyle() override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void search(const QString &text);
    void showRows();
    void arrangeRows();
    void scrollToChosen();
    void clearMarks();
    void fill(const AudioAnalysis &audio);
    void fillMarks(const AudioAnalysis &audio);
    void fillRecording();
    void frameChosenEvent();
    void nameRows();
    [[nodiscard]] int leftOf(int depth) const;
    [[nodiscard]] bool hasRows() const; // of events
    [[nodiscard]] int rowCount() const { return static_cast<int>(rows_.shown().size()); }
    [[nodiscard]] std::optional<int> eventAt(double y) const;
    [[nodiscard]] const std::vector<EventClass> &events() const;
    [[nodiscard]] std::optional<double> activationAt(double time, std::size_t event) const;

    std::shared_ptr<const ClipAnalysis> clip_;
    std::shared_ptr<const RecordingOverview> recording_; // in the place of a clip
    EventRows rows_;
    QCPGraph *lowPeaks_;  // largest activations below their thresholds
    QCPGraph *peakHalos_; // owned by the plot, as are the others
    QCPGraph *peaks_;
    QCPItemRect *chosenHalo_;
    QCPItemRect *chosen_;
    QLineEdit *search_;
    QScrollBar *scroll_; // in rows
    WheelSteps wheel_;
    RowNames nameItems_; // of many
};

} // namespace tagscope::ui
