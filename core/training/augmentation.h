// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_settings.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tagscope {

// Clips that are learnt at once: clips x frames x bands, normalised, and clips x events.
struct LearntClips {
    std::size_t frames = 0;
    std::size_t bands = 0;
    std::size_t events = 0;
    std::vector<float> features;
    std::vector<float> labels;

    [[nodiscard]] std::size_t clips() const { return features.size() / (frames * bands); }
};

// Whether the settings change clips at all.
[[nodiscard]] bool isAugmented(const TrainingSettings &settings);

// Changes clips so that a few are never twice the same, in this order:
//   rolls: what a clip's end is cut off of goes before its beginning, by a share of its length drawn for each clip;
//   gain: a number of dB drawn for the clip is added to all its bands (`bandDeviation`: dB that a band's 1 stands for);
//   mixUp: u of another one of these clips is added to 1 - u of the clip, u drawn from 0 to mixUp / 2 (mixUp 1: up to
//     half), and of its labels likewise (Zhang et al., mixup, 2018);
//   masks: up to 8 of 60 bands, and up to a tenth of the frames, become the mean, which is 0, each so many times
//     (Park et al., SpecAugment, 2019).
// What is drawn follows from `seed`, in the same way on each machine.
void augment(LearntClips &clips, std::span<const float> bandDeviation, const TrainingSettings &settings,
             std::uint64_t seed);

} // namespace tagscope
