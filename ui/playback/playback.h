// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/view_state.h"
#include "ui/playback/picture_feed.h"
#include "ui/playback/sound_feed.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <array>
#include <memory>
#include <optional>

namespace tagscope::ui {

// The speeds that can be chosen.
constexpr std::array<double, 7> kSpeeds{0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0};

// What is played: a clip of a recording.
struct PlayedClip {
    std::filesystem::path media;
    Seconds start{0}; // in the recording
    Seconds duration{0};
    bool hasPictures = true; // that may be seen: else nothing of them is decoded
    bool isNamed = true;     // false: nothing that is said of it may name the file

    friend bool operator==(const PlayedClip &, const PlayedClip &) = default;
};

// Plays the open clip: sound, pictures and the view's playhead by one clock, the sound output's. While it does not
// play, it shows the picture at the playhead. Times are the clip's. Lives on the GUI thread.
class Playback : public QObject {
    Q_OBJECT

public:
    Playback(PlaybackSources sources, ViewState &view, QObject *parent = nullptr);
    ~Playback() override;

    // Stops at once where it is another clip. Nothing: none is open.
    void setClip(const std::optional<PlayedClip> &clip);
    [[nodiscard]] bool hasClip() const { return clip_.has_value(); }

    [[nodiscard]] bool isPlaying() const { return isPlaying_; }
    [[nodiscard]] bool isLooping() const { return isPlaying_ && range_.loops; }
    // From the playhead, at the clip's end from its start; or pauses.
    void toggle();
    void pause();
    void playFrom(Seconds time); // to the clip's end
    // Once; then the playhead is back where it stood.
    void play(TimeRange stretch);
    void loop(TimeRange stretch);

    // To the recording's next picture, or the one before; stops playing.
    void stepPictures(int pictures);

    [[nodiscard]] double speed() const { return speed_; }
    void setSpeed(double speed);
    void setVolume(double volume); // 0 to 1
    void setPictureSize(QSize pixels);

    // Nothing where there is no picture to show.
    [[nodiscard]] const std::optional<ShownImage> &picture() const { return picture_; }
    // Of the shown picture, in the clip.
    [[nodiscard]] Seconds pictureTime() const;
    [[nodiscard]] bool hasSoundDevice() const { return !output_->isSilent(); }
    // Why no pictures are shown, or no sound is heard; empty where all is there.
    [[nodiscard]] const QString &pictureNote() const { return pictureNote_; }
    [[nodiscard]] const QString &soundNote() const { return soundNote_; }

    // Looks at the clock: hands on sound, moves the playhead, shows what is due. Done by a timer while there is need.
    void advance();
    // What plays is decoded as far ahead as it will be.
    [[nodiscard]] bool isAhead() const { return sound_.isAhead() && pictures_.isAhead(); }

Q_SIGNALS:
    void playingChanged();
    void speedChanged();
    void pictureChanged();
    void notesChanged();

private:
    void start(TimeRange stretch, Seconds begin, bool loops);
    void restartAt(Seconds time);
    void finish();
    enum class Ending { Dropped, Heard }; // what is not heard yet
    void stopOutput(Ending ending = Ending::Dropped);
    void useOutput(std::unique_ptr<SoundOutput> output);
    void followPlayhead();
    void feedOutput();
    void takePicture();
    void showPicture(Seconds time);
    void request(Seconds time);
    void setPlayhead(Seconds time);
    void setNotes(const std::optional<Error> &sound, const std::optional<Error> &pictures);
    [[nodiscard]] bool isPrepared() const;

    PlaybackSources sources_;
    ViewState &view_;
    std::optional<PlayedClip> clip_;
    std::unique_ptr<SoundOutput> output_;
    SoundFeed sound_;
    PictureFeed pictures_;
    QTimer timer_;

    bool isPlaying_ = false;
    bool isStarting_ = false; // decoding has begun, the clock has not
    int turnsWaited_ = 0;
    PlayedRange range_; // in the recording
    std::optional<Seconds> returnTo_;
    bool isMovingPlayhead_ = false;
    double speed_ = 1.0;
    double volume_ = 1.0;

    std::optional<ShownImage> picture_;
    std::optional<Seconds> awaited_; // of the recording: the picture that was asked for
    std::optional<Seconds> next_;    // to be asked for after it
    QElapsedTimer sinceRequest_;
    int stepsLeft_ = 0;
    bool isStepping_ = false; // the awaited picture takes the playhead with it
    QString pictureNote_;
    QString soundNote_;
};

} // namespace tagscope::ui
