// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/document/view_state.h"

#include <QWidget>
#include <memory>

class QPainter;

namespace tagscope::ui {

// The event's activations over the clip's time from 0 to 1, its maximum marked, with the threshold of the fused
// probability left out, which is another quantity. `box`: whole seconds are marked along its lower edge.
void paintActivation(QPainter &painter, const QRectF &box, const AudioAnalysis &audio, std::size_t event,
                     Seconds duration);

// The chosen event's activations, small. A click sets the playhead.
class WhySparkline : public QWidget {
    Q_OBJECT

public:
    explicit WhySparkline(ViewState &view, QWidget *parent = nullptr);

    void setClip(std::shared_ptr<const ClipAnalysis> clip);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    ViewState &view_;
    std::shared_ptr<const ClipAnalysis> clip_;
};

} // namespace tagscope::ui
