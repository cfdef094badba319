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

// Hands out a recording's sound and pictures one window after the other, in memory that is constant in its length.
// One thread.
class WindowReader {
public:
    // `window` is the length of all windows but the last. Errors: those of the readers.
    [[nodiscard]] static Result<WindowReader> open(const MediaInfo &info, int sampleRate, double picturesPerSecond,
                                                   Seconds window, const std::stop_token &stop);

    // Mono samples of window `index`: fewer than a window's at the recording's end, none after it or without sound.
    [[nodiscard]] Result<std::vector<float>> samples(std::int64_t index);

    // Calls `receive` for each picture of window `index` in order; SampledPicture::index counts from the window's
    // start. Stops at the first error that `receive` returns.
    using ReceivePicture = std::function<Result<void>(const SampledPicture &)>;
    [[nodiscard]] Result<void> pictures(std::int64_t index, const ReceivePicture &receive);

    // One picture of a window again, decoded anew.
    [[nodiscard]] Result<DecodedPicture> pictureAgain(std::int64_t window, std::int64_t picture) const;

    [[nodiscard]] std::int64_t nonFiniteSamples() const;
    [[nodiscard]] std::int64_t damagedPackets() const;

private:
    WindowReader(const MediaInfo &info, Seconds window, double picturesPerSecond, std::stop_token stop);

    std::filesystem::path file_;
    Seconds window_;
    double picturesPerSecond_;
    std::stop_token stop_;
    std::optional<AudioReader> audio_;
    std::optional<PictureReader> video_;
    std::optional<SampledPicture> pending_; // read, but of a window that was not asked for yet
    std::int64_t nextPicture_ = 0;          // grid point that video_ stands at, `pending_` counted as unread
};

} // namespace tagscope
