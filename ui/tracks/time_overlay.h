// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/view_state.h"

#include <QRegion>
#include <QWidget>
#include <optional>

namespace tagscope::ui {

struct TimeGeometry;

// What runs through all tracks: the playhead, the pointer's line, the selection with its times, and the chosen event's
// maximal step. Lies over the
// tracks, as wide as they are, so that moving a line repaints no plot. Lets the mouse through.
class TimeOverlay : public QWidget {
    Q_OBJECT

public:
    // Follows the size of `tracks`, whose child it becomes: a widget whose layout does not take children by itself.
    // `inset`: of the tracks' left edges in it, in pixels.
    TimeOverlay(ViewState &view, QWidget &tracks, int inset);

    // Parts of the tracks' widget that the lines leave out.
    void setSpared(const QRegion &spared);
    void setMaximalStep(std::optional<TimeRange> step);
    [[nodiscard]] std::optional<TimeRange> maximalStep() const { return step_; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void cover();
    [[nodiscard]] QRect lineRect(std::optional<Seconds> time) const;
    void moveLine(QRect &shown, std::optional<Seconds> time);
    void paintStep(QPainter &painter, const TimeGeometry &geometry) const;
    [[nodiscard]] std::optional<QRectF> selectionRect(const TimeGeometry &geometry) const;
    void paintSelection(QPainter &painter, const TimeGeometry &geometry) const;
    void paintSelectionTimes(QPainter &painter, const TimeGeometry &geometry) const;
    void paintHandle(QPainter &painter, const TimeGeometry &geometry) const;

    ViewState &view_;
    int inset_;
    QRegion spared_; // in the parent's place
    std::optional<TimeRange> step_;
    QRect playheadRect_; // painted over by the playhead, and by the pointer's line
    QRect pointerRect_;
};

} // namespace tagscope::ui
