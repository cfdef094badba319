// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/channel_average.h"
#include "core/media/decoder_protocol.h"
#include "core/media/media_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <optional>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

namespace tagscope::decoding {
namespace {

constexpr int kSharedAlignment = 64; // of rows, as libswscale likes them
constexpr std::size_t kMatrixBytes = 9 * sizeof(std::int32_t);

std::int64_t &frameDuration(AVFrame &frame) {
#if LIBAVUTIL_VERSION_MAJOR >= 58
    return frame.duration;
#else
    return frame.pkt_duration;
#endif
}

// The rows of pixels, or samples of a channel, that a frame of sound consists of.
std::size_t soundPlanes(const AVFrame &frame) {
    const bool isPlanar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
    return isPlanar ? static_cast<std::size_t>(frame.ch_layout.nb_channels) : 1;
}

std::size_t soundPlaneBytes(const AVFrame &frame) {
    const auto format = static_cast<AVSampleFormat>(frame.format);
    const auto samples = static_cast<std::size_t>(frame.nb_samples);
    const auto each = static_cast<std::size_t>(av_get_bytes_per_sample(format));
    const auto channels = static_cast<std::size_t>(frame.ch_layout.nb_channels);
    return samples * each * channels / soundPlanes(frame);
}

std::optional<std::size_t> writeSound(WireWriter &wire, const AVFrame &frame, std::size_t at,
                                      std::span<std::byte> memory) {
    const bool isReadable = hasReadableSamples(frame);
    wire.number(std::int32_t{isReadable ? frame.format : AV_SAMPLE_FMT_NONE});
    if (!isReadable)
        return 0;
    wire.number(std::int32_t{frame.sample_rate});
    wire.number(std::int32_t{frame.ch_layout.nb_channels});
    wire.number(std::int32_t{frame.nb_samples});
    wire.number(static_cast<std::uint64_t>(at));
    const std::size_t planes = soundPlanes(frame);
    const std::size_t bytes = soundPlaneBytes(frame);
    if (bytes > memory.size() / planes)
        return std::nullopt;
    for (std::size_t plane = 0; plane < planes && bytes > 0; ++plane)
        std::memcpy(memory.data() + plane * bytes, frame.extended_data[plane], bytes);
    return planes * bytes;
}

std::optional<std::size_t> writePicture(WireWriter &wire, const AVFrame &frame, std::size_t at,
                                        std::span<std::byte> memory) {
    wire.number(std::int32_t{frame.format});
    wire.number(std::int32_t{frame.width});
    wire.number(std::int32_t{frame.height});
    wire.number(static_cast<std::int32_t>(frame.colorspace));
    wire.number(static_cast<std::int32_t>(frame.color_range));
    wire.number(std::int32_t{frame.sample_aspect_ratio.num});
    wire.number(std::int32_t{frame.sample_aspect_ratio.den});
    const AVFrameSideData *matrix = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    const bool hasMatrix = matrix != nullptr && matrix->size >= kMatrixBytes;
    wire.number(std::uint8_t{hasMatrix});
    for (std::size_t i = 0; hasMatrix && i < kMatrixBytes; ++i)
        wire.number(matrix->data[i]);
    wire.number(static_cast<std::uint64_t>(at));
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const int size = av_image_get_buffer_size(format, frame.width, frame.height, kSharedAlignment);
    if (size < 0 || static_cast<std::size_t>(size) > memory.size())
        return std::nullopt;
    const int copied = av_image_copy_to_buffer(
        reinterpret_cast<std::uint8_t *>(memory.data()), size,
        static_cast<const std::uint8_t *const *>(
            frame.data), // NOLINT(bugprone-multi-level-implicit-pointer-conversion)
        static_cast<const int *>(frame.linesize), format, frame.width, frame.height, kSharedAlignment);
    return copied < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(size));
}

// The part of the shared memory; empty, and the wire not good, where it does not lie there.
std::span<const std::byte> shared(WireReader &wire, std::size_t bytes, MemoryWindow &memory) {
    const auto at = wire.number<std::uint64_t>();
    if (!wire.isGood() || at > kMemoryBytes || bytes > kMemoryBytes - at) {
        wire.giveUp();
        return {};
    }
    const std::span<const std::byte> all = memory.upTo(static_cast<std::size_t>(at) + bytes);
    if (all.size() < at + bytes) {
        wire.giveUp();
        return {};
    }
    return all.subspan(static_cast<std::size_t>(at), bytes);
}

void takeBuffers(AVFrame &frame) {
    if (av_frame_get_buffer(&frame, 0) < 0)
        throw std::bad_alloc();
}

void readSound(WireReader &wire, AVFrame &frame, MemoryWindow &memory) {
    frame.format = wire.number<std::int32_t>();
    if (frame.format == AV_SAMPLE_FMT_NONE)
        return;
    frame.sample_rate = wire.number<std::int32_t>();
    frame.ch_layout.order = AV_CHANNEL_ORDER_UNSPEC;
    frame.ch_layout.nb_channels = wire.number<std::int32_t>();
    frame.nb_samples = wire.number<std::int32_t>();
    if (!wire.isGood() || !hasReadableSamples(frame)) {
        wire.giveUp();
        return;
    }
    const std::size_t planes = soundPlanes(frame);
    const std::size_t bytes = soundPlaneBytes(frame);
    const std::span<const std::byte> samples = shared(wire, planes * bytes, memory);
    if (!wire.isGood() || frame.nb_samples == 0)
        return;
    takeBuffers(frame);
    for (std::size_t plane = 0; plane < planes; ++plane)
        std::memcpy(frame.extended_data[plane], samples.data() + plane * bytes, bytes);
}

bool isPictureOfMemory(const AVFrame &frame) {
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    return descriptor != nullptr && (descriptor->flags & AV_PIX_FMT_FLAG_HWACCEL) == 0 && frame.width > 0 &&
           frame.height > 0 && std::int64_t{frame.width} * frame.height <= kMaxStillPixels;
}

void readMatrix(WireReader &wire, AVFrame &frame) {
    if (!wire.flag())
        return;
    std::array<std::uint8_t, kMatrixBytes> bytes{};
    for (std::uint8_t &byte : bytes)
        byte = wire.number<std::uint8_t>();
    AVFrameSideData *data = av_frame_new_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX, kMatrixBytes);
    if (data == nullptr)
        throw std::bad_alloc();
    std::copy(bytes.begin(), bytes.end(), data->data);
}

template <class Enumeration>
Enumeration readEnumeration(WireReader &wire, Enumeration count) {
    const auto value = wire.number<std::int32_t>();
    if (value >= 0 && value < static_cast<std::int32_t>(count))
        return static_cast<Enumeration>(value);
    wire.giveUp();
    return Enumeration{};
}

void readPicture(WireReader &wire, AVFrame &frame, MemoryWindow &memory) {
    frame.format = wire.number<std::int32_t>();
    frame.width = wire.number<std::int32_t>();
    frame.height = wire.number<std::int32_t>();
    frame.colorspace = readEnumeration(wire, AVCOL_SPC_NB);
    frame.color_range = readEnumeration(wire, AVCOL_RANGE_NB);
    frame.sample_aspect_ratio.num = wire.number<std::int32_t>();
    frame.sample_aspect_ratio.den = wire.number<std::int32_t>();
    readMatrix(wire, frame);
    if (!wire.isGood() || !isPictureOfMemory(frame)) {
        wire.giveUp();
        return;
    }
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const int size = av_image_get_buffer_size(format, frame.width, frame.height, kSharedAlignment);
    if (size < 0) {
        wire.giveUp();
        return;
    }
    const std::span<const std::byte> pixels = shared(wire, static_cast<std::size_t>(size), memory);
    if (!wire.isGood())
        return;
    takeBuffers(frame);
    std::array<std::uint8_t *, 4> planes{};
    std::array<int, 4> strides{};
    av_image_fill_arrays(planes.data(), strides.data(), reinterpret_cast<const std::uint8_t *>(pixels.data()), format,
                         frame.width, frame.height, kSharedAlignment);
    std::array<const std::uint8_t *, 4> source{planes[0], planes[1], planes[2], planes[3]};
    av_image_copy(static_cast<std::uint8_t **>(frame.data), static_cast<int *>(frame.linesize), source.data(),
                  strides.data(), format, frame.width, frame.height);
}

} // namespace

std::optional<std::size_t> writeFrame(WireWriter &wire, const AVFrame &frame, StreamKind kind, std::size_t at,
                                      std::span<std::byte> memory) {
    wire.number(frame.pts);
    wire.number(frame.best_effort_timestamp);
    wire.number(
        frameDuration(const_cast<AVFrame &>(frame))); // NOLINT(cppcoreguidelines-pro-type-const-cast): read only
    wire.number(std::int32_t{frame.flags});
    wire.number(std::int32_t{frame.decode_error_flags});
    return kind == StreamKind::Audio ? writeSound(wire, frame, at, memory) : writePicture(wire, frame, at, memory);
}

void readFrame(WireReader &wire, AVFrame &frame, StreamKind kind, MemoryWindow &memory) {
    av_frame_unref(&frame);
    frame.pts = wire.number<std::int64_t>();
    frame.best_effort_timestamp = wire.number<std::int64_t>();
    frameDuration(frame) = wire.number<std::int64_t>();
    frame.flags = wire.number<std::int32_t>();
    frame.decode_error_flags = wire.number<std::int32_t>();
    if (kind == StreamKind::Audio)
        readSound(wire, frame, memory);
    else
        readPicture(wire, frame, memory);
    if (!wire.isGood())
        av_frame_unref(&frame);
}

} // namespace tagscope::decoding
