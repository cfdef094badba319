// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/rgb_image.h"
#include "core/media/clip_writer.h"
#include "core/media/ffmpeg_handles.h"

#include <cstdint>
#include <functional>
#include <span>

namespace tagscope {

// Where the packets of an encoder go; their times are in its time base.
using PacketSink = std::function<Result<void>(AVPacket &)>;

// Encodes pictures of a constant rate. One thread at a time; throws std::bad_alloc.
class PictureEncoder {
public:
    // Errors: Unsupported.
    [[nodiscard]] static Result<PictureEncoder> open(const ClipFormat &format);

    // Errors: Inconsistent for a picture of another size, Internal, those of the sink.
    [[nodiscard]] Result<void> encode(const RgbImage &image, const PacketSink &sink);
    [[nodiscard]] Result<void> finish(const PacketSink &sink);

    [[nodiscard]] const AVCodecContext &codec() const { return *codec_; }

private:
    PictureEncoder(FfmpegPointer<AVCodecContext> codec, FfmpegPointer<SwsContext> converter);

    FfmpegPointer<AVCodecContext> codec_;
    FfmpegPointer<SwsContext> converter_;
    std::int64_t pictures_ = 0; // so far
};

// Encodes one channel of sound. One thread at a time; throws std::bad_alloc.
class SoundEncoder {
public:
    // Errors: Unsupported.
    [[nodiscard]] static Result<SoundEncoder> open(const ClipFormat &format);

    // As many samples as codec().frame_size, but for the last ones, which may be fewer. Errors: Internal, those of the
    // sink.
    [[nodiscard]] Result<void> encode(std::span<const float> samples, const PacketSink &sink);
    [[nodiscard]] Result<void> finish(const PacketSink &sink);

    [[nodiscard]] const AVCodecContext &codec() const { return *codec_; }

private:
    explicit SoundEncoder(FfmpegPointer<AVCodecContext> codec);

    FfmpegPointer<AVCodecContext> codec_;
    std::int64_t samples_ = 0; // so far
};

} // namespace tagscope
