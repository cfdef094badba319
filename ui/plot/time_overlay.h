#pragma once

#include "ui/services/view_state.h"

#include <QWidget>
#include <optional>

namespace tagscope::ui {

// What runs through all tracks: the playhead, the pointer's line and the chosen event's maximal step. Lies over the
// tracks, as wide as they are, so that moving a line repaints no plot. Lets the mouse through.
class TimeOverlay : public QWidget {
    Q_OBJECT

public:
    // Follows the size of `tracks`, whose child it becomes: a widget whose layout does not take children by itself.
    TimeOverlay(ViewState &view, QWidget &tracks);

    void setMaximalStep(std::optional<TimeRange> step);
    [[nodiscard]] std::optional<TimeRange> maximalStep() const { return step_; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ViewState &view_;
    std::optional<TimeRange> step_;
};

} // namespace tagscope::ui
