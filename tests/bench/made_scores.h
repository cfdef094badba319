// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/cross_validation.h"

#include <cmath>
#include <cstddef>
#include <random>

namespace tagscope::bench {

inline constexpr std::size_t kEvents = 17;

// Made-up scores of the kind that the paper's data give: 1.12 labels a clip, branches of different skill for each
// event, video scores with many exact zeros.
inline TuningTables madeScores(std::size_t clips, unsigned seed = 1) {
    constexpr double kLabelsOfAClip = 1.12;
    const auto squashed = [](double value) { return static_cast<float>(1.0 / (1.0 + std::exp(-value))); };
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    TuningTables made{Matrix(clips, kEvents), Matrix(clips, kEvents), BinaryTable(clips, kEvents)};
    for (std::size_t clip = 0; clip < clips; ++clip)
        for (std::size_t k = 0; k < kEvents; ++k) {
            const bool isThere = uniform(random) < kLabelsOfAClip / kEvents;
            const double skill = 0.6 + 0.13 * static_cast<double>(k); // of the audio branch for this event
            made.truth(clip, k) = isThere ? 1 : 0;
            made.audio(clip, k) = squashed(1.5 * ((isThere ? skill : 0.0) + normal(random)) - 3.0);
            made.video(clip, k) = squashed(1.5 * ((isThere ? 2.6 - skill : 0.0) + normal(random)) - 2.0);
            if (uniform(random) < (isThere ? 0.35 : 0.7))
                made.video(clip, k) = 0.0F;
        }
    return made;
}

} // namespace tagscope::bench
