// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/decoded_picture.h"
#include "core/media/ffmpeg_handles.h"
#include "core/media/orientation.h"
#include "core/media/stream_source.h"
#include "core/media/time_axis.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace tagscope {

// A decoded picture on the recording's time axis, in seconds.
struct PlacedPicture {
    double time = 0.0;
    double duration = 0.0;
    std::int64_t source = 0; // the same number: the same picture, bit for bit
    DecodedPicture picture;
};

// The pictures of a recording's first video stream, or a still image, at their own times: what stands at a time, and
// what comes after it. One thread at a time.
class PictureStream {
public:
    // Errors as probeMedia(); Unsupported where there is no video stream.
    [[nodiscard]] static Result<PictureStream> open(const std::filesystem::path &file, std::stop_token stop);

    // Decodes the first picture, if that has not been done. Nothing of the stream can be decoded where previous() is
    // empty afterwards.
    [[nodiscard]] Result<void> prime();
    // Goes to where advanceTo(time) leads to what reading from the start would.
    [[nodiscard]] Result<void> seek(double time);
    // Decodes until following() lies after the time, or the stream ends. A stop leaves the stream good for more.
    [[nodiscard]] Result<void> advanceTo(double time, const std::stop_token &stop = {});

    // The last picture at or before the time, or the first of all.
    [[nodiscard]] const std::optional<PlacedPicture> &previous() const { return previous_; }
    // The one after; nothing at the end.
    [[nodiscard]] const std::optional<PlacedPicture> &following() const { return following_; }
    [[nodiscard]] bool isStillImage() const { return source_.facts().isStillImage; }
    [[nodiscard]] Error nothingDecoded() const { return source_.nothingDecoded(); }
    [[nodiscard]] std::int64_t damagedPackets() const;

private:
    PictureStream(std::filesystem::path file, std::stop_token stop, StreamSource source);

    [[nodiscard]] Result<std::optional<PlacedPicture>> decode(const PlacedPicture *last);
    [[nodiscard]] std::optional<PlacedPicture> placed(FfmpegPointer<AVFrame> frame, const PlacedPicture *last);
    [[nodiscard]] DecodedPicture pictureOf(FfmpegPointer<AVFrame> frame) const;
    [[nodiscard]] bool seekByTimestamp(double time);
    [[nodiscard]] Result<void> startAgain();

    std::filesystem::path file_;
    std::stop_token stop_;
    StreamSource source_;
    TimeAxis axis_;
    Orientation orientation_;
    std::optional<PlacedPicture> previous_;
    std::optional<PlacedPicture> following_;
    bool hasEnded_ = false;
    std::int64_t lastSource_ = -1;
    std::int64_t damagedBefore_ = 0; // found by sources since replaced
    std::int64_t damagedPictures_ = 0;
};

} // namespace tagscope
