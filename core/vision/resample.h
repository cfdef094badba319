// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rgb_image.h"

namespace tagscope {

// Where a side x side square lies in the picture resized so that its shorter side has `shorter` pixels.
struct CentreCrop {
    int shorter = 0;
    int side = 0; // <= shorter
};

// Antialiased bicubic resampling (a = -0.5) followed by a centre crop, with the sizes, the fixed-point weights and the
// 8-bit intermediate of Pillow and torchvision; only what the crop shows is computed. `picture` must not be empty.
[[nodiscard]] RgbImage resizeAndCrop(const RgbImage &picture, CentreCrop crop);

} // namespace tagscope
