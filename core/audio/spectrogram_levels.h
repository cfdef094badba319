// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/stft.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

namespace tagscope {

// Levels in dB as bytes, in steps of half a decibel: what a picture can show of them, at a quarter of the memory.
[[nodiscard]] std::uint8_t byteOf(float decibels);
[[nodiscard]] double decibelsOf(std::uint8_t byte);

// A stretch of a spectrogram at one level of detail. A value.
struct SpectrogramTile {
    std::size_t frames = 0;
    std::size_t bins = 0;
    std::vector<std::uint8_t> levels; // frames x bins, of byteOf()

    [[nodiscard]] std::uint8_t at(std::size_t frame, std::size_t bin) const { return levels[frame * bins + bin]; }
    friend bool operator==(const SpectrogramTile &, const SpectrogramTile &) = default;
};

// Fills `into` with the sound's samples from `first` on, zeros where there are none.
using ReadSamples = std::function<Result<void>(std::int64_t first, std::span<float> into)>;

// How a sound's spectrogram is cut: level 0 has the densest frames, each level half as many as the one before. Up to
// plainLevel() frames are spectra at their middle; above, a frame is the maximum of those of plainLevel() that it
// covers, so that no short sound is lost from sight. Frame n of a level covers [n, n + 1) hops.
class SpectrogramLevels {
public:
    static constexpr std::int64_t kTileFrames = 256;

    explicit SpectrogramLevels(const StftOptions &options) : windowSamples_(options.windowSamples) {}

    // Frames of level 0 lie an eighth of a window apart: closer ones show nothing new.
    [[nodiscard]] std::int64_t hop(int level) const { return std::max<std::int64_t>(windowSamples_ / 8, 1) << level; }
    [[nodiscard]] static constexpr int plainLevel() { return 2; } // half a window apart
    [[nodiscard]] std::int64_t frames(int level, std::int64_t samples) const {
        return (samples + hop(level) - 1) / hop(level);
    }
    // The coarsest level with frames at most so far apart; 0 where there is none.
    [[nodiscard]] int levelFor(double samples) const;
    // The finest level above plainLevel(), or it, at which the whole sound is at most `bytes`.
    [[nodiscard]] int overviewLevel(std::int64_t samples, std::size_t bins, std::int64_t bytes) const;

private:
    int windowSamples_;
};

// Computes a tile of any level from the samples. Tile t holds the frames from t * kTileFrames on, at the sound's end
// fewer; none after it. Errors: Cancelled, those of `read`.
[[nodiscard]] Result<SpectrogramTile> makeTile(const Stft &stft, int level, std::int64_t tile, std::int64_t samples,
                                               const ReadSamples &read, const std::stop_token &stop = {});

// The levels of a sound from one on upwards, which grow at their end while it is read from its start. A value.
class SpectrogramOverview {
public:
    SpectrogramOverview() = default;
    // `level`: at least SpectrogramLevels::plainLevel().
    SpectrogramOverview(int level, std::size_t bins) : level_(level), bins_(bins) {}

    // Frames of the finest level.
    void append(const SpectrogramTile &frames);

    [[nodiscard]] int level() const { return level_; }
    [[nodiscard]] std::int64_t frames(int level) const;
    [[nodiscard]] std::uint8_t loudest() const { return loudest_; }
    // The same that makeTile() makes, as far as it is known.
    [[nodiscard]] SpectrogramTile tile(int level, std::int64_t tile) const;

private:
    int level_ = 0;
    std::size_t bins_ = 0;
    std::uint8_t loudest_ = 0;
    std::vector<std::vector<std::uint8_t>> levels_; // frames x bins each, the finest first
};

} // namespace tagscope
