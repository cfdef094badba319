// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/sound_levels.h"

#include <span>

struct AVFrame;

namespace tagscope {

// Whether averageChannels() can read the frame: a known sample format, 1 to 1024 channels, a sample rate up to
// kMaxSampleRate.
[[nodiscard]] bool hasReadableSamples(const AVFrame &frame);

constexpr int kMaxSampleRate = 768'000; // Hz; the resampler's filter grows with it

// Writes the plain average of all channels (section 3.2: not a loudness-preserving downmix) of the frame's samples
// first .. first + samples.size(), full scale being 1. NaN and infinite samples count as 0. Adds what is found to
// `levels`, whose channels are those of the frame from then on.
void averageChannels(const AVFrame &frame, int first, std::span<float> samples, SoundLevels &levels);

// The same part as it is heard by two ears: of one channel twice that, of two each its own; of more each side the
// average of its channels and of those in the middle.
void leftAndRight(const AVFrame &frame, int first, std::span<float> left, std::span<float> right);

} // namespace tagscope
