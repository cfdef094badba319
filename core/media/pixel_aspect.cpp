// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/pixel_aspect.h"

#include <algorithm>
#include <cmath>
#include <optional>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
}

namespace tagscope {
namespace {

constexpr double kMostAspect = 8.0; // further than any format goes: damage
constexpr int kLongestSide = 16384;

std::optional<double> usable(const AVRational &said) {
    const double aspect = said.num > 0 && said.den > 0 ? av_q2d(said) : 0.0;
    return aspect >= 1.0 / kMostAspect && aspect <= kMostAspect ? std::optional(aspect) : std::nullopt;
}

int lengthened(int side, double factor) {
    return static_cast<int>(std::min<long>(std::lround(side * factor), std::max(side, kLongestSide)));
}

} // namespace

double pixelAspectOf(const AVStream &stream) {
    return usable(stream.sample_aspect_ratio).value_or(usable(stream.codecpar->sample_aspect_ratio).value_or(1.0));
}

double pixelAspectOf(const AVFrame &frame, double otherwise) {
    return usable(frame.sample_aspect_ratio).value_or(otherwise);
}

std::pair<int, int> shownSize(int width, int height, double pixelAspect) {
    if (pixelAspect >= 1.0)
        return {lengthened(width, pixelAspect), height};
    return {width, lengthened(height, 1.0 / pixelAspect)};
}

} // namespace tagscope
