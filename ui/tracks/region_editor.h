// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/region_geometry.h"
#include "ui/tracks/region_marking.h"

#include <QObject>
#include <QPointF>
#include <functional>
#include <optional>

class QKeyEvent;
class QMouseEvent;

namespace tagscope::ui {

// What the mouse does to the regions in a track of tiers, an event a tier: a drag in empty space marks a new region,
// one at an end of the auditor's own resizes it, one in its middle moves it; Alt turns snapping off, or on. A click
// sets the playhead as on every track, and chooses the region that is there. Escape abandons a drag. With Shift the
// gestures of all tracks are taken. To be made after the widget's TrackInput, before which it sees the events; belongs
// to the widget.
class RegionEditor : public QObject {
    Q_OBJECT

public:
    // Which event's tier is at a point; nothing: none's.
    using EventAt = std::function<std::optional<int>(QPointF point)>;

    RegionEditor(QWidget &widget, RegionMarking &marking, ViewState &view, EventAt eventAt);

    [[nodiscard]] bool snaps() const { return snaps_; }
    void setSnaps(bool snaps);

    // What is dragged, as it would be where it was let go.
    struct Drag {
        int event = 0;
        std::optional<MarkedRegion> region; // nothing: a new one
        RegionPart part = RegionPart::Offset;
        TimeRange before; // of a new one both ends are where it began
        Seconds anchor{0};
        TimeRange range;
        std::optional<SnapTime> snapped;
    };
    [[nodiscard]] const Drag *drag() const { return drag_ && isDragging_ ? &*drag_ : nullptr; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    void drag(const QMouseEvent &event);
    void click(const QMouseEvent &event);
    void abandon();
    void showCursor(QPointF point);
    [[nodiscard]] Drag taken(QPointF point, int event, bool isSnapping) const;
    [[nodiscard]] std::vector<SnapTime> snapTimes() const;
    [[nodiscard]] Seconds reach() const;
    [[nodiscard]] bool isSnapping(const QMouseEvent &event) const;
    [[nodiscard]] Seconds timeAt(double x) const;
    void notify();

    QWidget &widget_;
    RegionMarking &marking_;
    ViewState &view_;
    EventAt eventAt_;
    bool snaps_ = true;
    std::optional<Drag> drag_; // from the press on
    QPointF pressed_;
    bool isDragging_ = false; // the pointer has moved far enough
};

} // namespace tagscope::ui
