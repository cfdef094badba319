// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

struct AVFrame;
struct AVStream;

namespace tagscope {

// The width of a pixel as it is meant to be seen, by its height; 1 where nobody says, or what is said is absurd.
[[nodiscard]] double pixelAspectOf(const AVStream &stream);
// The frame's own, else `otherwise`.
[[nodiscard]] double pixelAspectOf(const AVFrame &frame, double otherwise);

// Width and height of a stored picture with square pixels. No side becomes shorter than it is stored, so nothing of
// the picture is lost.
[[nodiscard]] std::pair<int, int> shownSize(int width, int height, double pixelAspect);

} // namespace tagscope
