// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_stream.h"

#include "core/base/try.h"
#include "core/media/decoded_picture_state.h"
#include "core/media/pixel_aspect.h"

#include <algorithm>

extern "C" {
#include <libavutil/frame.h>
}

namespace tagscope {
namespace {

constexpr double kStreamSameTime = 2e-6;    // seconds; FFmpeg rounds the start of a container to microseconds
constexpr double kDecodeOnSeconds = 3.0;    // forward seeks up to this far decode on: about what a key frame is away
constexpr double kUsualInterval = 1.0 / 25; // where neither the picture nor the stream says how long it is shown

bool isDamaged(const AVFrame &frame) {
    return (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags != 0;
}

} // namespace

PictureStream::PictureStream(std::filesystem::path file, std::stop_token stop, StreamSource source)
    : file_(std::move(file)), stop_(std::move(stop)), source_(std::move(source)), axis_(source_.facts().startSeconds),
      orientation_(source_.facts().orientation) {}

Result<PictureStream> PictureStream::open(const std::filesystem::path &file, std::stop_token stop) {
    StreamSource source = TAGSCOPE_TRY(StreamSource::open(file, StreamKind::Video, stop));
    return PictureStream(file, std::move(stop), std::move(source));
}

// The next picture that can be shown after `last`.
Result<std::optional<PlacedPicture>> PictureStream::decode(const PlacedPicture *last) {
    for (;;) {
        FfmpegPointer<AVFrame> frame = makeFrame();
        const bool got = TAGSCOPE_TRY(source_.next(*frame));
        if (!got)
            return std::optional<PlacedPicture>();
        // A damaged photograph is all there is; a damaged picture of a video has better neighbours.
        if (isDamaged(*frame) && !isStillImage()) {
            ++damagedPictures_;
            continue;
        }
        if (std::optional<PlacedPicture> shown = placed(std::move(frame), last))
            return shown;
    }
}

DecodedPicture PictureStream::pictureOf(FfmpegPointer<AVFrame> frame) const {
    const Orientation turned = orientationOf(*frame, orientation_);
    const double aspect = pixelAspectOf(*frame, source_.facts().pixelAspect);
    return DecodedPicture(
        std::make_shared<const DecodedPicture::State>(DecodedPicture::State{std::move(frame), turned, aspect}));
}

// Nothing for a picture that would be shown at or before the time of `last`.
std::optional<PlacedPicture> PictureStream::placed(FfmpegPointer<AVFrame> frame, const PlacedPicture *last) {
    const double average = source_.facts().interval;
    const double interval = average > 0.0 ? average : kUsualInterval;
    const double duration = std::min(source_.durationOf(*frame).value_or(interval), kMaxGapSeconds);
    const double expected = last == nullptr ? 0.0 : last->time + last->duration;
    const double time = axis_.place(source_.timestampOf(*frame), expected);
    if (last != nullptr && time <= last->time + kStreamSameTime)
        return std::nullopt;
    const bool repeats = last != nullptr && showsTheSame(*frame, *last->picture.state_->frame);
    const std::int64_t number = repeats ? last->source : ++lastSource_;
    return PlacedPicture{time, duration, number, pictureOf(std::move(frame))};
}

Result<void> PictureStream::prime() {
    if (previous_ || hasEnded_)
        return {};
    previous_ = TAGSCOPE_TRY(decode(nullptr));
    hasEnded_ = !previous_ || isStillImage();
    return {};
}

Result<void> PictureStream::advanceTo(double time, const std::stop_token &stop) {
    while (!hasEnded_) {
        if (stop.stop_requested())
            return cancelled();
        if (!following_) {
            following_ = TAGSCOPE_TRY(decode(&*previous_));
            hasEnded_ = !following_;
        }
        if (!following_ || following_->time > time)
            break;
        previous_ = std::move(following_);
        following_.reset();
    }
    return {};
}

bool PictureStream::seekByTimestamp(double time) {
    if (!axis_.isUnbroken() || !source_.isSeekable() || !source_.seekBefore(axis_.timestampAt(time)))
        return false;
    previous_.reset();
    following_.reset();
    hasEnded_ = false;
    FfmpegPointer<AVFrame> frame = makeFrame();
    const Result<bool> got = source_.next(*frame);
    if (!got || !*got || isDamaged(*frame) || !source_.timestampOf(*frame))
        return false;
    // The picture before is unknown, so its own timestamp is what is expected of it.
    const double keyTime = *source_.timestampOf(*frame) - axis_.timestampAt(0.0);
    if (keyTime > time)
        return false;
    const double duration = std::min(source_.durationOf(*frame).value_or(kUsualInterval), kMaxGapSeconds);
    previous_ = PlacedPicture{keyTime, duration, ++lastSource_, pictureOf(std::move(frame))};
    return true;
}

Result<void> PictureStream::startAgain() {
    StreamSource opened = TAGSCOPE_TRY(StreamSource::open(file_, StreamKind::Video, stop_));
    damagedBefore_ += source_.damagedPackets();
    source_ = std::move(opened);
    axis_ = TimeAxis(source_.facts().startSeconds);
    previous_.reset();
    following_.reset();
    hasEnded_ = false;
    return {};
}

Result<void> PictureStream::seek(double time) {
    TAGSCOPE_TRY(prime());
    if (!previous_)
        return {};
    const bool isAhead = time >= previous_->time && (time - previous_->time <= kDecodeOnSeconds || hasEnded_);
    if (isAhead || isStillImage() || seekByTimestamp(time))
        return {};
    TAGSCOPE_TRY(startAgain());
    return prime();
}

std::int64_t PictureStream::damagedPackets() const {
    return damagedBefore_ + source_.damagedPackets() + damagedPictures_;
}

} // namespace tagscope
