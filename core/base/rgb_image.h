// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tagscope {

// A picture as it is meant to be seen (rotation applied): 8-bit red, green, blue, rows from the top without padding.
struct RgbImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; // height x width x 3

    RgbImage() = default;
    RgbImage(int imageWidth, int imageHeight)
        : width(imageWidth), height(imageHeight),
          pixels(static_cast<std::size_t>(imageWidth) * static_cast<std::size_t>(imageHeight) * 3U) {}

    friend bool operator==(const RgbImage &, const RgbImage &) = default;
};

} // namespace tagscope
