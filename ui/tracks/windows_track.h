// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/recording_overview.h"
#include "ui/tracks/track.h"

#include <QWidget>
#include <memory>
#include <optional>

namespace tagscope::ui {

// The windows that a long recording is cut into: those that are analysed with their tags, the others hatched. A click
// asks for the window to be opened.
class WindowsTrack : public QWidget, public Track {
    Q_OBJECT

public:
    explicit WindowsTrack(ViewState &view, QWidget *parent = nullptr);

    void setRecording(std::shared_ptr<const RecordingOverview> recording); // null: nothing

    [[nodiscard]] QString readOut(QPointF point) const override;
    void click(QPointF point) override;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void windowChosen(Seconds start); // of one that was analysed

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] const WindowSummary *windowAt(Seconds time) const;
    [[nodiscard]] QString tagsOf(const WindowSummary &window) const;

    ViewState &view_;
    std::shared_ptr<const RecordingOverview> recording_;
};

} // namespace tagscope::ui
