// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playback.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/playback/silent_output.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tagscope::ui {

namespace {

constexpr int kTurnMilliseconds = 15;   // about a screen's rate
constexpr int kTurnsOfPatience = 40;    // for the first picture, before the sound begins without it
constexpr Seconds kBeforePicture{1e-4}; // leads to the picture before; below any picture's duration

} // namespace

Playback::Playback(PlaybackSources sources, ViewState &view, QObject *parent)
    : QObject(parent), sources_(std::move(sources)), view_(view), output_(sources_.output()), sound_(sources_.sound),
      pictures_(sources_.pictures) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(kTurnMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Playback::advance);
    connect(&view, &ViewState::playheadChanged, this, &Playback::followPlayhead);
}

Playback::~Playback() {
    output_->stop();
}

void Playback::setClip(const std::optional<PlayedClip> &clip) {
    if (clip == clip_)
        return;
    stopOutput();
    clip_ = clip;
    picture_.reset();
    stepsLeft_ = 0;
    isStepping_ = false;
    pictures_.setMedia(clip && clip->hasPictures ? clip->media : std::filesystem::path());
    setNotes(std::nullopt, std::nullopt);
    if (clip)
        showPicture(clip->start + view_.playhead());
    Q_EMIT pictureChanged();
}

void Playback::toggle() {
    if (isPlaying_) {
        pause();
        return;
    }
    if (!clip_)
        return;
    const bool isAtEnd = view_.playhead() >= clip_->duration - kBeforePicture;
    playFrom(isAtEnd ? Seconds{0} : view_.playhead());
}

void Playback::pause() {
    if (!isPlaying_)
        return;
    stopOutput();
    showPicture(clip_->start + view_.playhead());
}

void Playback::playFrom(Seconds time) {
    if (!clip_)
        return;
    returnTo_.reset();
    start({std::clamp(time, Seconds{0}, clip_->duration), clip_->duration}, time, false);
}

void Playback::play(TimeRange stretch) {
    if (!clip_)
        return;
    const Seconds back = isPlaying_ && returnTo_ ? *returnTo_ : view_.playhead();
    start(stretch, stretch.lower, false);
    returnTo_ = back;
}

void Playback::loop(TimeRange stretch) {
    returnTo_.reset();
    if (clip_)
        start(stretch, stretch.lower, true);
}

// `stretch` and `begin`, which lies in it, in the clip.
void Playback::start(TimeRange stretch, Seconds begin, bool loops) {
    const Seconds lower = std::clamp(stretch.lower, Seconds{0}, clip_->duration);
    const Seconds upper = std::clamp(stretch.upper, lower, clip_->duration);
    const bool wasPlaying = isPlaying_;
    stopOutput();
    if (!wasPlaying && output_->isSilent())
        useOutput(sources_.output()); // a device may have come
    if (upper <= lower)
        return;
    range_ = {clip_->start + lower, clip_->start + upper, clip_->start + std::clamp(begin, lower, upper), speed_,
              loops};
    stepsLeft_ = 0;
    isStepping_ = false;
    sound_.play(clip_->media, range_, output_->sampleRate());
    pictures_.play(range_, output_->sampleRate());
    isPlaying_ = true;
    isStarting_ = true;
    turnsWaited_ = 0;
    timer_.start();
    setPlayhead(range_.begin - clip_->start);
    Q_EMIT playingChanged();
}

// Goes on with the same stretch from elsewhere in it.
void Playback::restartAt(Seconds time) {
    const std::optional<Seconds> back = returnTo_;
    start({range_.from - clip_->start, range_.until - clip_->start}, time, range_.loops);
    returnTo_ = back;
}

void Playback::stopOutput(Ending ending) {
    if (ending == Ending::Heard)
        output_->finish();
    else
        output_->stop();
    sound_.stop();
    pictures_.stop();
    awaited_.reset();
    next_.reset();
    timer_.stop();
    if (std::exchange(isPlaying_, false))
        Q_EMIT playingChanged();
}

void Playback::useOutput(std::unique_ptr<SoundOutput> output) {
    const bool hadDevice = hasSoundDevice();
    output_ = std::move(output);
    output_->setVolume(volume_);
    if (hasSoundDevice() != hadDevice)
        Q_EMIT notesChanged();
}

void Playback::finish() {
    const Seconds end = range_.until - clip_->start;
    stopOutput(Ending::Heard);
    const Seconds place = std::exchange(returnTo_, std::nullopt).value_or(end);
    setPlayhead(place);
    if (place != end)
        showPicture(clip_->start + place);
}

bool Playback::isPrepared() const {
    return sound_.isAhead() && (pictures_.hasBegun() || turnsWaited_ > kTurnsOfPatience);
}

void Playback::advance() {
    if (!isPlaying_) {
        takePicture();
        return;
    }
    setNotes(sound_.error(), pictures_.error());
    if (isStarting_) {
        ++turnsWaited_;
        if (!isPrepared())
            return;
        isStarting_ = false;
        output_->start();
        output_->setVolume(volume_);
    }
    feedOutput();
    if (output_->hasFailed()) {
        useOutput(std::make_unique<SilentOutput>());
        restartAt(view_.playhead());
        return;
    }
    const std::int64_t played = output_->played();
    if (std::optional<ShownImage> image = pictures_.take(played)) {
        picture_ = std::move(image);
        Q_EMIT pictureChanged();
    }
    if (!range_.loops && played >= range_.samplesOfPass(0, output_->sampleRate()))
        finish();
    else
        setPlayhead(range_.momentAfter(played, output_->sampleRate()).time - clip_->start);
}

void Playback::feedOutput() {
    std::vector<SoundSample> samples(output_->room());
    const bool hasEnded = sound_.hasEnded();
    std::size_t count = sound_.take(samples);
    // Behind the end follows silence: some devices begin only when their buffer is full.
    if (hasEnded)
        count = samples.size();
    if (count > 0)
        output_->write(std::span(samples).first(count));
}

void Playback::setPlayhead(Seconds time) {
    isMovingPlayhead_ = true;
    view_.setPlayhead(time);
    isMovingPlayhead_ = false;
}

// Someone else moved the playhead.
void Playback::followPlayhead() {
    if (isMovingPlayhead_ || !clip_)
        return;
    const Seconds time = clip_->start + view_.playhead();
    if (!isPlaying_)
        showPicture(time);
    else if ((range_.loops || returnTo_) && time >= range_.from && time < range_.until)
        restartAt(view_.playhead());
    else
        playFrom(view_.playhead());
}

void Playback::showPicture(Seconds time) {
    if (!clip_ || !clip_->hasPictures)
        return;
    stepsLeft_ = 0;
    request(time);
}

// What is being decoded is waited for, unless that takes long: while someone drags the playhead, pictures are seen.
void Playback::request(Seconds time) {
    constexpr qint64 kPatienceMilliseconds = 300;
    isStepping_ = false;
    timer_.start();
    if (awaited_ && sinceRequest_.elapsed() < kPatienceMilliseconds) {
        next_ = time;
        return;
    }
    next_.reset();
    awaited_ = time;
    sinceRequest_.start();
    pictures_.show(time);
}

// The picture that was asked for, when it is there.
void Playback::takePicture() {
    if (!awaited_) {
        timer_.stop();
        return;
    }
    const std::optional<Result<ShownImage>> answer = pictures_.takeShown();
    if (!answer)
        return;
    awaited_.reset();
    if (*answer) {
        picture_ = **answer;
        setNotes(std::nullopt, std::nullopt);
        Q_EMIT pictureChanged();
        if (std::exchange(isStepping_, false))
            setPlayhead(picture_->time - clip_->start);
    } else {
        setNotes(std::nullopt, answer->error());
        stepsLeft_ = 0;
    }
    if (next_)
        request(*next_);
    else if (stepsLeft_ != 0)
        stepPictures(0);
}

void Playback::stepPictures(int pictures) {
    constexpr Seconds kStep{1.0 / 24}; // of the sampling grid, where there are no pictures
    if (!clip_)
        return;
    pause();
    stepsLeft_ += pictures;
    if (awaited_ || stepsLeft_ == 0)
        return; // goes on when that picture is there
    const int step = stepsLeft_ > 0 ? 1 : -1;
    stepsLeft_ -= step;
    if (!picture_) {
        stepsLeft_ = 0;
        view_.setPlayhead(view_.playhead() + pictures * kStep);
        return;
    }
    const Seconds time = step > 0 ? picture_->until : picture_->time - kBeforePicture;
    const bool isInClip = time >= clip_->start && time < clip_->start + clip_->duration;
    if (!isInClip) {
        stepsLeft_ = 0;
        return;
    }
    request(time);
    isStepping_ = true;
}

void Playback::setSpeed(double speed) {
    speed = std::clamp(speed, kSpeeds.front(), kSpeeds.back());
    if (speed == speed_)
        return;
    speed_ = speed;
    if (isPlaying_)
        restartAt(view_.playhead());
    Q_EMIT speedChanged();
}

void Playback::setVolume(double volume) {
    volume_ = std::clamp(volume, 0.0, 1.0);
    output_->setVolume(volume_);
}

void Playback::setPictureSize(QSize pixels) {
    pictures_.setSize(pixels);
    if (clip_ && !isPlaying_)
        showPicture(clip_->start + view_.playhead());
}

Seconds Playback::pictureTime() const {
    return picture_ && clip_ ? picture_->time - clip_->start : Seconds{0};
}

void Playback::setNotes(const std::optional<Error> &sound, const std::optional<Error> &pictures) {
    const int gaps = output_->underruns();
    const bool isNamed = !clip_ || clip_->isNamed; // errors' own words name the file
    const QString soundNote =
        sound && !sound->isCancelled() ? (isNamed ? translated(sound->message) : tr("The sound cannot be played."))
        : gaps > 0                     ? tr("The sound broke off %n time(s), as the computer was busy.", nullptr, gaps)
                                       : QString();
    const QString pictureNote = pictures && !pictures->isCancelled()
                                    ? (isNamed ? translated(pictures->message) : tr("The pictures cannot be shown."))
                                    : QString();
    if (soundNote == soundNote_ && pictureNote == pictureNote_)
        return;
    soundNote_ = soundNote;
    pictureNote_ = pictureNote;
    Q_EMIT notesChanged();
}

} // namespace tagscope::ui
