// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoded_picture_state.h"
#include "core/media/pixel_aspect.h"

#include <array>
#include <cstring>
#include <new>
#include <tuple>
#include <utility>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

namespace tagscope {
namespace {

constexpr int kMaxSide = 16384;   // of a picture that is asked for
constexpr int kRowAlignment = 64; // the widest vectors that libswscale stores, past the end of a row
constexpr int kOne = 1 << 16;     // libswscale's fixed-point 1.0 for contrast and saturation

// The old "J" formats mean full range; libswscale asks for the plain format and the range apart.
AVPixelFormat withoutRange(AVPixelFormat format) {
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
        return AV_PIX_FMT_YUV440P;
    case AV_PIX_FMT_YUVJ411P:
        return AV_PIX_FMT_YUV411P;
    default:
        return format;
    }
}

// Everything a scaler depends on.
struct Conversion {
    int fromWidth = 0;
    int fromHeight = 0;
    AVPixelFormat format = AV_PIX_FMT_NONE;
    int matrix = 0; // where the stream does not say, BT.601 as in ffmpeg itself, OpenCV and the tools made with them
    bool isFullRange = false;
    int toWidth = 0;
    int toHeight = 0;

    friend bool operator==(const Conversion &, const Conversion &) = default;
};

Conversion conversionOf(const AVFrame &frame, int toWidth, int toHeight) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const bool isFullRange = frame.color_range == AVCOL_RANGE_JPEG || withoutRange(format) != format;
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(format);
    const bool hasMatrix = frame.colorspace != AVCOL_SPC_UNSPECIFIED && frame.colorspace != AVCOL_SPC_RGB &&
                           descriptor != nullptr && (descriptor->flags & AV_PIX_FMT_FLAG_RGB) == 0;
    // RGB takes the way over YUV and back when it is scaled: with the same matrix both times.
    const int matrix = hasMatrix ? static_cast<int>(frame.colorspace) : SWS_CS_DEFAULT;
    return {frame.width, frame.height, withoutRange(format), matrix, isFullRange, toWidth, toHeight};
}

// Preparing a scaler costs more than using it: each thread keeps the one that it used last. Null where libswscale
// cannot convert.
SwsContext *scalerFor(const Conversion &conversion) {
    thread_local FfmpegPointer<SwsContext> scaler;
    thread_local Conversion made;
    if (scaler && made == conversion)
        return scaler.get();
    scaler.reset(sws_getContext(conversion.fromWidth, conversion.fromHeight, conversion.format, conversion.toWidth,
                                conversion.toHeight, AV_PIX_FMT_RGB24, SWS_AREA | SWS_ACCURATE_RND, nullptr, nullptr,
                                nullptr));
    if (!scaler)
        return nullptr;
    // Fails for formats without a matrix, such as RGB, which is as it should be.
    sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(conversion.matrix), conversion.isFullRange ? 1 : 0,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, kOne, kOne);
    made = conversion;
    return scaler.get();
}

// How many bytes of how many rows of a plane are pixels.
std::pair<int, int> planeSize(const AVFrame &frame, int plane) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(format);
    const bool isChroma = plane == 1 || plane == 2;
    const int shift = isChroma && (descriptor->flags & AV_PIX_FMT_FLAG_RGB) == 0 ? descriptor->log2_chroma_h : 0;
    return {av_image_get_linesize(format, frame.width, plane), -((-frame.height) >> shift)};
}

bool samePlane(const AVFrame &a, const AVFrame &b, int plane) {
    const auto [bytes, rows] = planeSize(a, plane);
    if (bytes <= 0)
        return false;
    const std::uint8_t *rowA = a.data[plane];
    const std::uint8_t *rowB = b.data[plane];
    for (int row = 0; row < rows; ++row, rowA += a.linesize[plane], rowB += b.linesize[plane]) {
        if (std::memcmp(rowA, rowB, static_cast<std::size_t>(bytes)) != 0)
            return false;
    }
    return true;
}

} // namespace

bool showsTheSame(const AVFrame &a, const AVFrame &b) {
    if (std::tie(a.width, a.height, a.format, a.colorspace, a.color_range) !=
        std::tie(b.width, b.height, b.format, b.colorspace, b.color_range))
        return false;
    if (orientationOf(a, {}) != orientationOf(b, {}))
        return false;
    const auto format = static_cast<AVPixelFormat>(a.format);
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(format);
    if (descriptor == nullptr)
        return false;
    const int planes = av_pix_fmt_count_planes(format);
    for (int plane = 0; plane < planes; ++plane) {
        if (!samePlane(a, b, plane))
            return false;
    }
    const bool hasPalette = (descriptor->flags & AV_PIX_FMT_FLAG_PAL) != 0;
    return !hasPalette || std::memcmp(a.data[1], b.data[1], AVPALETTE_SIZE) == 0;
}

DecodedPicture::DecodedPicture(std::shared_ptr<const State> state) : state_(std::move(state)) {}

int DecodedPicture::width() const {
    const auto [width, height] = shownSize(state_->frame->width, state_->frame->height, state_->pixelAspect);
    return state_->orientation.swapsSides() ? height : width;
}

int DecodedPicture::height() const {
    const auto [width, height] = shownSize(state_->frame->width, state_->frame->height, state_->pixelAspect);
    return state_->orientation.swapsSides() ? width : height;
}

std::size_t DecodedPicture::bytes() const {
    std::size_t sum = 0;
    for (const AVBufferRef *buffer : state_->frame->buf)
        sum += buffer == nullptr ? 0 : static_cast<std::size_t>(buffer->size);
    return sum;
}

Result<RgbImage> DecodedPicture::image() const {
    return image(width(), height());
}

Result<RgbImage> DecodedPicture::image(int width, int height) const {
    if (width < 1 || height < 1 || width > kMaxSide || height > kMaxSide)
        return fail(Error::Kind::Unsupported, {"media.bad_picture_size", width, height});
    const AVFrame &frame = *state_->frame;
    const bool swaps = state_->orientation.swapsSides();
    const int storedWidth = swaps ? height : width;
    const int storedHeight = swaps ? width : height;
    try {
        const int stride = (3 * storedWidth + 2 * kRowAlignment - 1) / kRowAlignment * kRowAlignment;
        std::vector<std::uint8_t> pixels(static_cast<std::size_t>(stride) * static_cast<std::size_t>(storedHeight) +
                                         kRowAlignment);
        SwsContext *scaler = scalerFor(conversionOf(frame, storedWidth, storedHeight));
        const std::array<std::uint8_t *, 4> planes{pixels.data()};
        const std::array<int, 4> strides{stride};
        if (scaler == nullptr || sws_scale(scaler, frame.data, frame.linesize, 0, frame.height, planes.data(),
                                           strides.data()) != storedHeight) {
            const char *format = av_get_pix_fmt_name(static_cast<AVPixelFormat>(frame.format));
            return fail(Error::Kind::Unsupported,
                        {"media.pictures_not_converted",
                         format == nullptr ? Message("media.unknown_format") : plainText(format)});
        }
        return oriented(pixels, stride, storedWidth, storedHeight, state_->orientation);
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_for_picture");
    }
}

} // namespace tagscope
