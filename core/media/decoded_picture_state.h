// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/decoded_picture.h"
#include "core/media/ffmpeg_handles.h"
#include "core/media/orientation.h"

namespace tagscope {

struct DecodedPicture::State {
    FfmpegPointer<AVFrame> frame; // never written to once it is here
    Orientation orientation;
    double pixelAspect = 1.0; // width of a pixel as shown, by its height; of the stored picture
};

// Whether both have the same size, format, colours and orientation, and the same pixels, bit for bit.
[[nodiscard]] bool showsTheSame(const AVFrame &a, const AVFrame &b);

} // namespace tagscope
