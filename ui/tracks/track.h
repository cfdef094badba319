// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/view_state.h"

#include <QObject>
#include <QPointF>
#include <QString>
#include <optional>

class QWidget;
class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace tagscope::ui {

// A widget that shows something of the clip along the shared time axis.
class Track {
public:
    Track() = default;
    Track(const Track &) = delete;
    Track &operator=(const Track &) = delete;
    virtual ~Track() = default;

    // What is at a point, in words, without the time; empty where there is nothing to say.
    [[nodiscard]] virtual QString readOut(QPointF point) const = 0;
    // The pointer is there, or left (nothing).
    virtual void point(const QPointF *) {}
    // A press and release in one place: no drag.
    virtual void click(QPointF) {}
    // Below 1 shows less of the frequencies; the one at the point stays. False where the track has none.
    virtual bool zoomFrequency(QPointF, double) { return false; }
    // One up (-1) or down (+1) from the arrow keys; false where the track has no rows.
    virtual bool step(int) { return false; }
};

// The same gestures on every track: Ctrl+wheel zooms at the pointer, Ctrl+Shift+wheel zooms frequencies, Shift+wheel
// pans; a click sets the playhead, a double click plays from there, a drag selects, Shift+click moves the selection's
// nearer end; arrow keys move the playhead. Belongs to the track's widget, which it watches.
class TrackInput : public QObject {
    Q_OBJECT

public:
    // `track` is `widget` seen as a track; `view` outlives it.
    TrackInput(QWidget &widget, Track &track, ViewState &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool wheel(const QWheelEvent &event);
    bool gesture(const QNativeGestureEvent &event);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void drag(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    [[nodiscard]] Seconds timeAt(double x) const;
    void leave();
    bool key(const QKeyEvent &event);

    QWidget &widget_;
    Track &track_;
    ViewState &view_;
    std::optional<QPointF> pressed_; // where the left button went down
    Seconds anchor_{0};              // the end of the selection that stays
    bool isDragging_ = false;
};

} // namespace tagscope::ui
