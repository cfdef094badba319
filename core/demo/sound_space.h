// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/synthesis.h"

// Where a sound is: how far away, in what surroundings, moving or not, and how loud.
namespace tagscope::demo {

// The way of a source that goes straight past the listener.
struct Passage {
    double closestTime = 0.0; // seconds
    double distance = 5.0;    // metres, of the closest approach
    double speed = 15.0;      // metres a second
};

// The source as heard on its way past: delayed by the way of the sound, hence with Doppler's shift, and louder and
// brighter near by. `extraFor` says how much longer than the result the source has to be.
[[nodiscard]] std::size_t extraFor(const Passage &passage, Length length);
[[nodiscard]] Samples passingBy(const Samples &source, const Passage &passage, Length length);

// Air and walls: 0 is near and dry, 1 far and full of echoes.
void placeAtDistance(Samples &samples, double distance, double rate, Random &random);

// The greatest root mean square of any tenth of a second: what a person calls the loudness of its loudest moment.
[[nodiscard]] double loudestMoment(const Samples &samples, double rate);
[[nodiscard]] double rootMeanSquare(const Samples &samples);

// Half a cosine over each end, so that the sound starts and stops without a click.
void fadeEnds(Samples &samples, double rate);

// Straight to 0.6, then bent, never above 0.95. Without memory: it changes nothing beside the loud moment itself.
[[nodiscard]] double softlyLimited(double sample);

} // namespace tagscope::demo
