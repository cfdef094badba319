// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/rgb_image.h"
#include "core/base/seconds.h"
#include "ui/document/sound_output.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>

namespace tagscope::ui {

// The sound of a recording as it is heard. Times are the recording's. One worker thread.
class SoundSource {
public:
    SoundSource() = default;
    SoundSource(const SoundSource &) = delete;
    SoundSource &operator=(const SoundSource &) = delete;
    virtual ~SoundSource() = default;

    // read() goes on with this stretch, played at this speed with its pitch kept.
    [[nodiscard]] virtual Result<void> begin(Seconds from, Seconds until, double speed) = 0;
    // Fills `samples`; fewer, then none, where the stretch or the recording ends.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<SoundSample> samples) = 0;
};

// A picture as the recording shows it, between two times of the recording.
struct TimedPicture {
    Seconds time{0}; // its presentation time
    Seconds until{0};
    RgbImage image;
};

// The pictures of a recording at their own times. One worker thread.
class PictureSource {
public:
    PictureSource() = default;
    PictureSource(const PictureSource &) = delete;
    PictureSource &operator=(const PictureSource &) = delete;
    virtual ~PictureSource() = default;

    // As ShownPictures::at(), fitted into width x height, its aspect kept, not enlarged.
    [[nodiscard]] virtual Result<TimedPicture> at(Seconds time, int width, int height, const std::stop_token &stop) = 0;
};

// Called on worker threads; the token ends all use of what was opened. Errors: as probeMedia(), Unsupported where the
// recording has none.
using OpenSoundFunction = std::function<Result<std::unique_ptr<SoundSource>>(const std::filesystem::path &media,
                                                                             int sampleRate, std::stop_token stop)>;
using OpenPicturesFunction =
    std::function<Result<std::unique_ptr<PictureSource>>(const std::filesystem::path &media, std::stop_token stop)>;

// What playing needs.
struct PlaybackSources {
    OpenSoundFunction sound;    // as it was recorded, of more than two channels as two
    OpenSoundFunction averaged; // as the networks hear it: the average of all channels; may be empty
    OpenPicturesFunction pictures;
    MakeSoundOutput output;
};

} // namespace tagscope::ui
