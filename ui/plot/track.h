#pragma once

#include "ui/services/view_state.h"

#include <QObject>
#include <QPointF>
#include <QString>

class QWidget;
class QKeyEvent;
class QMouseEvent;
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
    virtual void click(QPointF) {}
    // One up (-1) or down (+1) from the arrow keys; false where the track has no rows.
    virtual bool step(int) { return false; }
    // The frequency at the point stays where it is and what is seen around it becomes `factor` times as much; false
    // where the track has no frequencies.
    virtual bool zoomFrequency(QPointF, double) { return false; }
};

// The same hands on every track: Ctrl+wheel zooms at the pointer, Shift+wheel pans, a click or drag sets the playhead,
// arrow keys move it. Belongs to the track's widget, which it watches.
class TrackInput : public QObject {
    Q_OBJECT

public:
    // `track` is `widget` seen as a track; `view` outlives it.
    TrackInput(QWidget &widget, Track &track, ViewState &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool wheel(const QWheelEvent &event);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void leave();
    bool key(const QKeyEvent &event);

    QWidget &widget_;
    Track &track_;
    ViewState &view_;
};

} // namespace tagscope::ui
