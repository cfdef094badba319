// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/colour_bar.h"
#include "ui/plot/custom_plot.h"
#include "ui/tracks/track.h"

class QLabel;

namespace tagscope::ui {

// A plot of values over the shared time axis as a colour map, with its colour bar, following the view's time range and
// the window's palette; or a message where there is nothing to plot. Painted without OpenGL.
class TrackPlot : public QCustomPlot, public Track {
    Q_OBJECT

public:
    virtual void setColourMap(ColourMap map);
    // Where not empty: shown in the place of the data.
    void setMessage(const QString &message);
    [[nodiscard]] QString message() const;

protected:
    TrackPlot(ViewState &view, QWidget *parent);

    [[nodiscard]] ViewState &view() { return view_; }
    [[nodiscard]] const ViewState &view() const { return view_; }
    [[nodiscard]] QCPColorMap &map() { return *map_; }
    [[nodiscard]] ColourBar &bar() { return *bar_; }

    // Above the plotting area, in pixels.
    [[nodiscard]] virtual int roomAbove() const;
    // Of the plotting area in pixels; the axis rectangle itself knows only after the next painting.
    [[nodiscard]] int plotHeight() const;
    // The palette changed, or the size did.
    virtual void restyle();
    // Anew, where the axes need more or less room.
    void layOut();

    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int roomBelow() const;
    void follow();

    ViewState &view_;
    QCPColorMap *map_; // owned by the plot
    ColourBar *bar_;
    QLabel *message_;
};

} // namespace tagscope::ui
