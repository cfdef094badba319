// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rgb_image.h"

#include <cstdint>
#include <span>

struct AVFrame;
struct AVStream;

namespace tagscope {

// How a stored picture is turned to be seen: rotated clockwise, then mirrored from left to right.
struct Orientation {
    int quarterTurns = 0; // clockwise, 0 to 3
    bool isMirrored = false;

    [[nodiscard]] bool swapsSides() const { return quarterTurns % 2 != 0; }
    friend bool operator==(const Orientation &, const Orientation &) = default;
};

// From the container's display matrix; angles between quarter turns are rounded to the nearest.
[[nodiscard]] Orientation orientationOf(const AVStream &stream);

// The frame's own (photographs carry it), else `otherwise`.
[[nodiscard]] Orientation orientationOf(const AVFrame &frame, Orientation otherwise);

// Copies stored pixels (rows of 3 bytes a pixel, `stride` bytes apart, width x height before turning) as seen.
[[nodiscard]] RgbImage oriented(std::span<const std::uint8_t> pixels, int stride, int width, int height,
                                Orientation orientation);

} // namespace tagscope
