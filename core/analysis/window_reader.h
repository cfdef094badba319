// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/media/audio_reader.h"
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace tagscope {

// A part of a recording, anywhere in it.
struct Window {
    Seconds start{0};
    Seconds duration{10};
};

// Hands out a recording's sound and pictures window by window, in memory that is constant in its length: fast where
// one window follows another, else by seeking. Samples and pictures are those of the recording's own grids: a window
// begins with the sample, or the picture's grid point, that is nearest to its start. One thread.
class WindowReader {
public:
    // Errors: those of the readers.
    [[nodiscard]] static Result<WindowReader> open(const MediaInfo &info, int sampleRate, double picturesPerSecond,
                                                   const std::stop_token &stop);

    // Mono samples of the window: fewer than its duration's at the recording's end, none after it or without sound.
    [[nodiscard]] Result<std::vector<float>> samples(const Window &window);

    // Calls `receive` for each picture of the window in order; SampledPicture::index counts from the window's
    // start. Stops at the first error that `receive` returns.
    using ReceivePicture = std::function<Result<void>(const SampledPicture &)>;
    [[nodiscard]] Result<void> pictures(const Window &window, const ReceivePicture &receive);

    // One picture of a window again, decoded anew.
    [[nodiscard]] Result<DecodedPicture> pictureAgain(const Window &window, std::int64_t picture) const;

    // Of the sound that was decoded since they were taken last; nothing where none was.
    [[nodiscard]] SoundLevels takeLevels();
    [[nodiscard]] std::int64_t damagedPackets() const;

private:
    WindowReader(const MediaInfo &info, double picturesPerSecond, std::stop_token stop);

    std::filesystem::path file_;
    double picturesPerSecond_;
    std::stop_token stop_;
    std::optional<AudioReader> audio_;
    std::optional<PictureReader> video_;
    std::optional<SampledPicture> pending_; // read, but of a window that was not asked for yet
    std::int64_t nextPicture_ = 0;          // grid point that video_ stands at, `pending_` counted as unread
};

} // namespace tagscope
