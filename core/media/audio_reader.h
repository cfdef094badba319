// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/media/sound_levels.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>

namespace tagscope {

// Reads the first audio stream of a recording as mono float samples (all channels averaged, section 3.2 of the paper),
// resampled by libswresample. Sample n lies at n / sampleRate seconds on the recording's time axis, which is shared
// with PictureReader: zero is the container's start; a stream that starts late is preceded by silence, a gap in the
// timestamps is filled with silence; a jump of over 10 minutes is not, what follows moves up (time_axis.h). Memory is
// constant in the length of the recording. NaN and infinite samples of the file become 0 and are counted.
// One thread at a time; destroying it is always safe.
class AudioReader {
public:
    static constexpr int kSampleRate = 20000; // section 3.2

    enum class Mix {
        Average, // one channel
        Stereo   // two, as they are heard (leftAndRight()), interleaved: a sample of read() is a pair
    };

    // Errors as probeMedia(); Unsupported where there is no audio stream.
    [[nodiscard]] static Result<AudioReader> open(const std::filesystem::path &file, int sampleRate = kSampleRate,
                                                  std::stop_token stop = {}, Mix mix = Mix::Average);

    AudioReader(AudioReader &&) noexcept;
    AudioReader &operator=(AudioReader &&) noexcept;
    ~AudioReader();

    // The next read() begins at this time, to the sample: the same samples that reading from the start would give
    // (but for the resampler's memory at the seam, under 1e-4 of full scale). Where a container's timestamps cannot
    // promise that (most compressed sound), a far or backward seek decodes from the start, some 500 times as fast as
    // the sound lasts; stopping works in between.
    [[nodiscard]] Result<void> seek(Seconds time);

    // As seek(), for listening: far into a recording whose container has a time for every packet (MP4, Matroska) that
    // time is believed, so that the sound is there at once. It may be off by the container's rounding, a millisecond
    // in Matroska, and what a codec makes up (noise) may differ.
    [[nodiscard]] Result<void> seekQuickly(Seconds time);

    // Fills `samples`, of which Stereo takes two each, as far as the recording goes; the count, below what there is
    // room for only at its end, 0 after it.
    // A damaged stretch is skipped and becomes silence. Errors: Malformed where nothing at all can be decoded,
    // Cancelled (through the token given to open()).
    [[nodiscard]] Result<std::size_t> read(std::span<float> samples);

    [[nodiscard]] int sampleRate() const;
    [[nodiscard]] std::int64_t position() const; // in samples, of the next read()
    // Of what was decoded since they were taken last, which is what read() gave, but for the edges; of Average only.
    [[nodiscard]] SoundLevels takeLevels();
    [[nodiscard]] std::int64_t damagedPackets() const; // skipped so far

private:
    struct State;
    explicit AudioReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
