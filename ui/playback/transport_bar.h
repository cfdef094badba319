// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/playback.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace tagscope::ui {

// What plays the clip, under its tracks: play and pause, time, speed, loop, volume, and a note where no sound can be
// heard. Keeps volume and mute in the settings.
class TransportBar : public QWidget {
    Q_OBJECT

public:
    TransportBar(Playback &playback, ViewState &view, QWidget *parent = nullptr);

    // Loops the selection, the whole clip where nothing is selected; or stops looping.
    void toggleLoop();
    void stepSpeed(int steps); // of the speeds that can be chosen
    void toggleMuted();
    // Says so, and begins again what plays.
    void showAveraged(bool isAveraged);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &text);
    void addSpeeds();
    void addVolume();
    void showPlaying();
    void showTime();
    void showSpeed();
    void showVolume();
    void showNotes();
    void keepVolume();

    Playback &playback_;
    ViewState &view_;
    QToolButton *play_;
    QLabel *time_;
    QComboBox *speed_;
    QToolButton *loop_;
    QToolButton *mute_;
    QSlider *volume_;
    QLabel *mix_; // shown while it is the average
    QLabel *note_;
};

} // namespace tagscope::ui
