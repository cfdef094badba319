// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rgb_image.h"
#include "core/demo/scene.h"

#include <cstdint>

// Inside of the demo's pictures: what is behind the things.
namespace tagscope::demo {

// Fills the picture: sky, what stands there, and the ground that things move on, from about 0.45 of the height down.
void drawBackdrop(RgbImage &image, Backdrop backdrop, std::uint64_t seed);

} // namespace tagscope::demo
