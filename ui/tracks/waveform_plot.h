// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/sound_service.h"
#include "ui/tracks/track.h"

#include <QWidget>

namespace tagscope::ui {

// The sound as it moves the air: for each column of pixels the lowest and highest sample, and inside it the effective
// value. The scale fits the loudest of the clip and stays while one zooms.
class WaveformPlot : public QWidget, public Track {
    Q_OBJECT

public:
    // Both outlive it.
    WaveformPlot(SoundService &sound, ViewState &view, QWidget *parent = nullptr);

    // Where not empty: shown in the place of the sound.
    void setMessage(const QString &message);
    [[nodiscard]] QString message() const; // also the sound's own problem

    // Of the vertical axis: what half its height means, 1 being full scale.
    [[nodiscard]] double scale() const;

    [[nodiscard]] QString readOut(QPointF point) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect plotRect() const;
    [[nodiscard]] std::optional<EnvelopeBlock> columnAt(double x) const;
    void paintAxis(QPainter &painter, const QRect &plot) const;
    void paintSound(QPainter &painter, const QRect &plot) const;

    SoundService &sound_;
    ViewState &view_;
    QString message_;
};

} // namespace tagscope::ui
