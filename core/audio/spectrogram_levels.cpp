// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/spectrogram_levels.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>

namespace tagscope {

namespace {

constexpr double kByteFloor = -120.0; // of the byte 0; the byte 255 is 7.5 dB, a sine of more than full scale
constexpr double kBytesPerDecibel = 2.0;

// As many plain frames are worked on at once: a tile that covers minutes needs the memory of a second.
constexpr std::int64_t kPlainFramesAtOnce = 256;

void raise(std::uint8_t *into, const std::uint8_t *other, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        into[i] = std::max(into[i], other[i]);
}

// Frames [first, first + frames) of a level that is not pooled.
Result<SpectrogramTile> plainFrames(const Stft &stft, std::int64_t hop, std::int64_t first, std::int64_t frames,
                                    const ReadSamples &read, const std::stop_token &stop) {
    const std::int64_t half = stft.options().windowSamples / 2;
    const std::int64_t start = first * hop + hop / 2 - half; // of the first frame's window
    std::vector<float> samples(static_cast<std::size_t>((frames - 1) * hop + 2 * half));
    TAGSCOPE_TRY(read(start, samples));
    const Matrix levels = TAGSCOPE_TRY(stft.compute(samples, half, hop, static_cast<std::size_t>(frames), stop));
    SpectrogramTile tile{levels.rows, levels.columns, {}};
    tile.levels.reserve(levels.values.size());
    std::ranges::transform(levels.values, std::back_inserter(tile.levels), byteOf);
    return tile;
}

} // namespace

std::uint8_t byteOf(float decibels) {
    return static_cast<std::uint8_t>(
        std::clamp(std::lround((static_cast<double>(decibels) - kByteFloor) * kBytesPerDecibel), 0L, 255L));
}

double decibelsOf(std::uint8_t byte) {
    return kByteFloor + byte / kBytesPerDecibel;
}

int SpectrogramLevels::levelFor(double samples) const {
    int level = 0;
    while (level < 40 && static_cast<double>(hop(level + 1)) <= samples)
        ++level;
    return level;
}

int SpectrogramLevels::overviewLevel(std::int64_t samples, std::size_t bins, std::int64_t bytes) const {
    int level = plainLevel();
    while (frames(level, samples) * static_cast<std::int64_t>(bins) > bytes)
        ++level;
    return level;
}

Result<SpectrogramTile> makeTile(const Stft &stft, int level, std::int64_t tile, std::int64_t samples,
                                 const ReadSamples &read, const std::stop_token &stop) {
    const SpectrogramLevels levels(stft.options());
    const std::int64_t first = tile * SpectrogramLevels::kTileFrames;
    const std::int64_t end = std::min(first + SpectrogramLevels::kTileFrames, levels.frames(level, samples));
    SpectrogramTile made{static_cast<std::size_t>(std::max<std::int64_t>(end - first, 0)), stft.bins(), {}};
    if (made.frames == 0)
        return made;
    const int plain = SpectrogramLevels::plainLevel();
    if (level <= plain)
        return plainFrames(stft, levels.hop(level), first, end - first, read, stop);
    const std::int64_t pooled = std::int64_t{1} << (level - plain);
    made.levels.assign(made.frames * made.bins, 0);
    const std::int64_t plainEnd = std::min(end * pooled, levels.frames(plain, samples));
    for (std::int64_t from = first * pooled; from < plainEnd; from += kPlainFramesAtOnce) {
        const std::int64_t count = std::min(kPlainFramesAtOnce, plainEnd - from);
        const Result<SpectrogramTile> some = plainFrames(stft, levels.hop(plain), from, count, read, stop);
        if (!some)
            return some;
        for (std::int64_t i = 0; i < count; ++i) {
            const auto frame = static_cast<std::size_t>((from + i) / pooled - first);
            raise(&made.levels[frame * made.bins], &some->levels[static_cast<std::size_t>(i) * made.bins], made.bins);
        }
    }
    return made;
}

void SpectrogramOverview::append(const SpectrogramTile &frames) {
    if (levels_.empty())
        levels_.emplace_back();
    levels_.front().insert(levels_.front().end(), frames.levels.begin(), frames.levels.end());
    for (const std::uint8_t level : frames.levels)
        loudest_ = std::max(loudest_, level);
    for (std::size_t finer = 0; levels_[finer].size() > bins_; ++finer) {
        if (finer + 1 == levels_.size())
            levels_.emplace_back();
        const std::vector<std::uint8_t> &from = levels_[finer];
        std::vector<std::uint8_t> &to = levels_[finer + 1];
        const std::size_t known = from.size() / bins_;
        // The last frame may have been made of one half only.
        for (std::size_t frame = std::max<std::size_t>(to.size() / bins_, 1) - 1; 2 * frame < known; ++frame) {
            to.resize(std::max(to.size(), (frame + 1) * bins_));
            raise(&to[frame * bins_], &from[2 * frame * bins_], bins_);
            if (2 * frame + 1 < known)
                raise(&to[frame * bins_], &from[(2 * frame + 1) * bins_], bins_);
        }
    }
}

std::int64_t SpectrogramOverview::frames(int level) const {
    if (level < level_ || levels_.empty())
        return 0;
    const std::int64_t finest = static_cast<std::int64_t>(levels_.front().size() / bins_);
    const std::int64_t pooled = std::int64_t{1} << (level - level_);
    return (finest + pooled - 1) / pooled;
}

SpectrogramTile SpectrogramOverview::tile(int level, std::int64_t tile) const {
    const std::int64_t first = tile * SpectrogramLevels::kTileFrames;
    const std::int64_t end = std::min(first + SpectrogramLevels::kTileFrames, frames(level));
    SpectrogramTile made{static_cast<std::size_t>(std::max<std::int64_t>(end - first, 0)), bins_, {}};
    const auto index = static_cast<std::size_t>(level - level_);
    if (made.frames == 0 || index >= levels_.size()) // above one frame for everything there is nothing to see
        return {0, bins_, {}};
    const auto from = levels_[index].begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(first) * bins_);
    made.levels.assign(from, from + static_cast<std::ptrdiff_t>(made.frames * bins_));
    return made;
}

} // namespace tagscope
