// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/region_marking.h"

#include <QPointF>
#include <QRectF>
#include <QWidget>
#include <functional>
#include <optional>

class QKeyEvent;
class QMouseEvent;

namespace tagscope::ui {

// Where frequencies are in a plot. A y is a pixel of the plot.
struct FrequencyAxis {
    std::function<double(double hz)> yOf;
    std::function<double(double y)> hzAt;
    std::function<double()> highestHz; // 0: there is nothing to draw on
};

// The boxes of a spectrogram: regions with frequencies, painted over it, and the chosen region also where it has none,
// at the full height. With Ctrl a drag in empty space draws a box of the chosen event, one at an edge or corner of the
// auditor's own moves that, one in its middle the box; a click chooses the box. Escape abandons a drag. All other
// gestures are the plot's. To be made after the plot's TrackInput, before which it sees the events; belongs to the
// plot, over which it lies. GUI thread.
class BoxEditor : public QWidget {
    Q_OBJECT

public:
    BoxEditor(QWidget &plot, ViewState &view, FrequencyAxis axis);

    void setMarking(RegionMarking &marking); // once; outlives it

    // What of a box is taken hold of; all: the whole of it.
    struct Edges {
        bool onset = false;
        bool offset = false;
        bool low = false;
        bool high = false;

        friend bool operator==(const Edges &, const Edges &) = default;
    };
    // Where a region is in the plot.
    [[nodiscard]] QRectF rectOf(const MarkedRegion &region) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Drag {
        MarkedRegion before; // of a new one both its ends are where it began
        MarkedRegion now;
        Edges edges;
        bool isNew = false;
        bool isMoved = false; // the pointer has moved far enough
        QPointF from;
    };
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    void abandon();
    void showCursor(QPointF point);
    [[nodiscard]] bool isInPlot(QPointF point) const;
    [[nodiscard]] std::optional<Drag> taken(QPointF point) const; // what a press there takes hold of
    [[nodiscard]] std::optional<Drag> begun(QPointF point) const; // a new box
    [[nodiscard]] bool isShown(const MarkedRegion &region) const;
    [[nodiscard]] RegionBand frequenciesOf(const MarkedRegion &region) const;
    [[nodiscard]] Seconds timeAt(double x) const;
    [[nodiscard]] double hzAt(double y) const; // in whole hertz, inside the axis
    void notify();
    void paintBox(QPainter &painter, const MarkedRegion &region, bool isDragged) const;

    QWidget &plot_;
    ViewState &view_;
    FrequencyAxis axis_;
    RegionMarking *marking_ = nullptr;
    std::optional<Drag> drag_;
};

} // namespace tagscope::ui
