// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/orientation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/frame.h>
}

namespace tagscope {
namespace {

constexpr std::size_t kMatrixEntries = 9;

Orientation fromDisplayMatrix(const std::uint8_t *bytes, std::size_t size) {
    std::array<std::int32_t, kMatrixEntries> matrix{};
    if (bytes == nullptr || size < sizeof(matrix))
        return {};
    std::memcpy(matrix.data(), bytes, sizeof(matrix));
    const double determinant = double{1} * matrix[0] * matrix[4] - double{1} * matrix[1] * matrix[3];
    Orientation orientation;
    orientation.isMirrored = determinant < 0.0;
    if (orientation.isMirrored)
        av_display_matrix_flip(matrix.data(), 1, 0); // leaves the rotation that comes before the mirror
    const double counterclockwise = av_display_rotation_get(matrix.data());
    if (std::isfinite(counterclockwise)) // not so for a matrix of zeros
        orientation.quarterTurns = static_cast<int>(std::lround(-counterclockwise / 90.0) + 4) % 4;
    return orientation;
}

} // namespace

Orientation orientationOf(const AVStream &stream) {
#if LIBAVCODEC_VERSION_MAJOR >= 61
    const AVPacketSideData *data = av_packet_side_data_get(
        stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data == nullptr ? Orientation{} : fromDisplayMatrix(data->data, data->size);
#else
    std::size_t size = 0;
    const std::uint8_t *data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return fromDisplayMatrix(data, size);
#endif
}

Orientation orientationOf(const AVFrame &frame, Orientation otherwise) {
    const AVFrameSideData *data = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    return data == nullptr ? otherwise : fromDisplayMatrix(data->data, data->size);
}

RgbImage oriented(std::span<const std::uint8_t> pixels, int stride, int width, int height, Orientation orientation) {
    RgbImage image = orientation.swapsSides() ? RgbImage(height, width) : RgbImage(width, height);
    // Walking along a row as seen steps through the stored pixels by dx, and from row to row by dy.
    std::ptrdiff_t start = 0;
    std::ptrdiff_t dx = 3;
    std::ptrdiff_t dy = stride;
    const std::ptrdiff_t right = std::ptrdiff_t{3} * (width - 1);
    const std::ptrdiff_t bottom = std::ptrdiff_t{stride} * (height - 1);
    switch (orientation.quarterTurns) {
    case 1:
        start = bottom;
        dx = -stride;
        dy = 3;
        break;
    case 2:
        start = bottom + right;
        dx = -3;
        dy = -stride;
        break;
    case 3:
        start = right;
        dx = stride;
        dy = -3;
        break;
    default:
        break;
    }
    if (orientation.isMirrored) {
        start += dx * (image.width - 1);
        dx = -dx;
    }
    std::uint8_t *out = image.pixels.data();
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t *in = pixels.data() + start + dy * y;
        if (dx == 3) {
            out = std::copy_n(in, std::size_t{3} * static_cast<std::size_t>(image.width), out);
            continue;
        }
        for (int x = 0; x < image.width; ++x, in += dx)
            out = std::copy_n(in, 3, out);
    }
    return image;
}

} // namespace tagscope
