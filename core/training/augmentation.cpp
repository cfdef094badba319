// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/augmentation.h"

#include "core/fusion/random_index.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace tagscope {
namespace {

constexpr double kMaskedBands = 8.0 / 60.0; // at most, in one mask
constexpr double kMaskedFrames = 0.1;

// In [0, 1).
double share(std::mt19937_64 &random) {
    constexpr double kSteps = 9007199254740992.0; // 2^53
    return static_cast<double>(random() >> 11U) / kSteps;
}

// By Box and Muller; the standard library's gives other numbers elsewhere.
double normal(std::mt19937_64 &random) {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - share(random)));
    return radius * std::cos(2.0 * std::numbers::pi * share(random));
}

// Places of a mask of at most `most` of `count`.
struct Stretch {
    std::size_t first = 0;
    std::size_t end = 0;
};
Stretch drawnStretch(std::mt19937_64 &random, std::size_t count, double most) {
    const auto widest = static_cast<std::size_t>(static_cast<double>(count) * most);
    const std::size_t width = randomIndex(random, widest + 1);
    const std::size_t first = randomIndex(random, count - width + 1);
    return {first, first + width};
}

class Augmentation {
public:
    Augmentation(LearntClips &clips, const TrainingSettings &settings, std::uint64_t seed)
        : clips_(clips), settings_(settings), random_(seed) {}

    void rollAll() {
        for (std::size_t clip = 0; clip < clips_.clips(); ++clip) {
            const std::span<float> values = valuesOf(clip);
            const std::size_t by = randomIndex(random_, clips_.frames) * clips_.bands;
            std::rotate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(by), values.end());
        }
    }

    void addGains(std::span<const float> bandDeviation) {
        for (std::size_t clip = 0; clip < clips_.clips(); ++clip) {
            const double decibels = settings_.gain * normal(random_);
            const std::span<float> values = valuesOf(clip);
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] += static_cast<float>(decibels / static_cast<double>(bandDeviation[i % clips_.bands]));
        }
    }

    // Each with the one whose place it has in a shuffled order, as it was before.
    void mix() {
        std::vector<std::size_t> others(clips_.clips());
        for (std::size_t clip = 0; clip < others.size(); ++clip)
            others[clip] = clip;
        shuffle(others, random_);
        const std::vector<float> features = clips_.features;
        const std::vector<float> labels = clips_.labels;
        for (std::size_t clip = 0; clip < others.size(); ++clip) {
            const auto part = static_cast<float>(settings_.mixUp / 2.0 * share(random_));
            add(clips_.features, features, clip, others[clip], part);
            add(clips_.labels, labels, clip, others[clip], part);
        }
    }

    void mask() {
        for (std::size_t clip = 0; clip < clips_.clips(); ++clip)
            for (int number = 0; number < settings_.masks; ++number) {
                blank(clip, {0, clips_.frames}, drawnStretch(random_, clips_.bands, kMaskedBands));
                blank(clip, drawnStretch(random_, clips_.frames, kMaskedFrames), {0, clips_.bands});
            }
    }

private:
    std::span<float> valuesOf(std::size_t clip) {
        const std::size_t size = clips_.frames * clips_.bands;
        return std::span(clips_.features).subspan(clip * size, size);
    }

    void add(std::vector<float> &mixed, const std::vector<float> &before, std::size_t clip, std::size_t other,
             float part) const {
        const std::size_t size = mixed.size() / clips_.clips();
        for (std::size_t i = 0; i < size; ++i)
            mixed[clip * size + i] = (1.0F - part) * before[clip * size + i] + part * before[other * size + i];
    }

    void blank(std::size_t clip, const Stretch &frames, const Stretch &bands) {
        const std::span<float> values = valuesOf(clip);
        for (std::size_t frame = frames.first; frame < frames.end; ++frame)
            std::ranges::fill(values.subspan(frame * clips_.bands + bands.first, bands.end - bands.first), 0.0F);
    }

    LearntClips &clips_;
    const TrainingSettings &settings_;
    std::mt19937_64 random_;
};

} // namespace

bool isAugmented(const TrainingSettings &settings) {
    return settings.rolls || settings.gain > 0.0 || settings.mixUp > 0.0 || settings.masks > 0;
}

void augment(LearntClips &clips, std::span<const float> bandDeviation, const TrainingSettings &settings,
             std::uint64_t seed) {
    Augmentation augmentation(clips, settings, seed);
    if (settings.rolls)
        augmentation.rollAll();
    if (settings.gain > 0.0)
        augmentation.addGains(bandDeviation);
    if (settings.mixUp > 0.0)
        augmentation.mix();
    if (settings.masks > 0)
        augmentation.mask();
}

} // namespace tagscope
