// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"
#include "ui/document/view_state.h"

#include <QImage>
#include <QWidget>
#include <functional>
#include <memory>

namespace tagscope::ui {

// Which parts of the spectrogram spoke for an event and which against it, over the spectrogram: what said little is
// cover, what spoke for the event is red, what spoke against it blue and dotted. Lets the mouse through.
class AttributionLayer : public QWidget {
    Q_OBJECT

public:
    // Lies over `track`, whose child it becomes. `pixelOfBand`: where band b's centre is, b from -0.5 to bands - 0.5.
    AttributionLayer(QWidget &track, ViewState &view, std::function<double(double band)> pixelOfBand);

    // Null: nothing is shown. `frameHop`: of the log-mel.
    void setAttribution(std::shared_ptr<const EventAttribution> attribution, Seconds frameHop);
    [[nodiscard]] const std::shared_ptr<const EventAttribution> &attribution() const { return attribution_; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void colour();

    ViewState &view_;
    std::function<double(double)> pixelOfBand_;
    std::shared_ptr<const EventAttribution> attribution_;
    Seconds frameHop_{0.005};
    QImage cells_; // a column for some frames, a row a band from the lowest
};

// The colours of an attribution as a picture: a column for each `framesOfColumn` frames, a row a band, the highest
// first. Transparent cover where there is little.
[[nodiscard]] QImage attributionImage(const Matrix &values, int framesOfColumn, const QColor &cover);

// What the columns of attributionImage() join: 25 ms of 5 ms frames, finer than a person tells apart in a clip.
inline constexpr int kAttributionFrames = 5;

} // namespace tagscope::ui
