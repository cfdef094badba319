// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <cmath>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace tagscope::test {

// A task that a tiny network learns in a few epochs: a clip of noise, in which a bump in one of its bands, for a short
// while, makes the event of that band. `clips` in all, the last third of them for validation.
inline TrainingData toyTraining(std::size_t clips, std::uint64_t seed = 1) {
    constexpr std::size_t kFrames = 40;
    constexpr int kBands = 8;
    constexpr int kEvents = 3;
    TrainingData data;
    data.frames = kFrames;
    data.trainingClips = clips - clips / 3;
    data.labels = BinaryTable(clips, kEvents);
    data.network.layout.bands = kBands;
    data.network.layout.blocks = {{4, 3, 2, 2}, {6, 3, 2, 2}};
    data.network.layout.gruUnits = 5;
    data.network.layout.dropout = 0.1;
    data.network.layout.events = {"low", "middle", "high"};
    data.network.bandMean.assign(kBands, 0.0F);
    data.network.bandDeviation.assign(kBands, 1.0F);

    const auto features = std::make_shared<std::vector<float>>(clips * kFrames * kBands);
    std::mt19937_64 random(seed);
    const auto noise = [&random] { return static_cast<float>(random() % 2001) / 1000.0F - 1.0F; };
    for (float &value : *features)
        value = noise();
    for (std::size_t clip = 0; clip < clips; ++clip)
        for (std::size_t k = 0; k < kEvents; ++k) {
            if (random() % 3 != 0)
                continue;
            data.labels(clip, k) = 1;
            const std::size_t onset = random() % (kFrames - 8);
            for (std::size_t frame = onset; frame < onset + 8; ++frame)
                (*features)[(clip * kFrames + frame) * kBands + 1 + 2 * k] += 3.0F;
        }
    data.read = [features](std::span<const std::size_t> wanted, std::span<float> output) -> Result<void> {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            std::copy_n(features->begin() + static_cast<std::ptrdiff_t>(wanted[i] * kFrames * kBands), kFrames * kBands,
                        output.begin() + static_cast<std::ptrdiff_t>(i * kFrames * kBands));
        return {};
    };
    return data;
}

inline TrainingSettings toySettings() {
    TrainingSettings settings;
    settings.batchSize = 10;
    settings.learningRate = 0.1;
    settings.clipping = GradientClipping::Norm;
    settings.clipAt = 1.0;
    settings.epochs = 4;
    settings.device = "cpu";
    settings.checkpointBatches = 1;
    return settings;
}

} // namespace tagscope::test
