// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"

#include <QImage>
#include <QWidget>
#include <memory>
#include <vector>

namespace tagscope::ui {

// One event's chain as a figure for a paper: the spectrogram with the attribution over it, the activation, the key
// frames with the objects, the decision, what would flip it, models and notes. Black on white whatever the theme.
// Never shown; drawn where it is wanted.
class WhyFigure : public QWidget {
    Q_OBJECT

public:
    struct Content {
        std::shared_ptr<const ClipAnalysis> clip;
        int event = 0;
        std::shared_ptr<const EventAttribution> attribution; // null: none was computed
        std::vector<double> edges;                           // of the bands in Hz; may be empty
        std::vector<QImage> keyFrames;                       // null images are left white
    };

    explicit WhyFigure(QWidget *parent = nullptr);

    // Also takes the size that it needs.
    void setContent(Content content);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Content content_;
};

} // namespace tagscope::ui
