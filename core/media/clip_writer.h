// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/rgb_image.h"
#include "core/base/seconds.h"

#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>

namespace tagscope {

struct ClipFormat {
    int width = 320;  // even
    int height = 180; // even
    int picturesPerSecond = 12;
    int sampleRate = 44100; // Hz, mono
    bool isH264 = true;     // by libx264; without, and where FFmpeg lacks libx264, MPEG-4 part 2
};

// Writes an ordinary MP4: H.264 (libx264 where FFmpeg has it, else MPEG-4 part 2) and AAC, atomically; equal input
// gives an equal file on one machine. `picture` is called once for each picture in order, `samples` is the whole sound
// and its length the clip's; the last picture is shown until the sound ends or up to half its duration longer,
// and readers may find up to 1,024 samples of silence after the sound (a frame of AAC).
// Thread-safe, and on one thread: clips are written side by side. Errors: Unsupported (no encoder), Inconsistent (a
// format that cannot be, a picture of another size), Unreadable (disk), Cancelled, those of `picture`.
[[nodiscard]] Result<void> writeClip(const std::filesystem::path &file, const ClipFormat &format,
                                     std::span<const float> samples,
                                     const std::function<Result<RgbImage>(int index)> &picture,
                                     const std::string &title, std::stop_token stop = {});

} // namespace tagscope
