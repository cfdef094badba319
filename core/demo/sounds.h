// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/scene.h"

#include <vector>

namespace tagscope::demo {

// One event's sound alone, synthesised so that a person recognises it: mono samples in [-1, 1], its loudest moment near
// full scale, with its own rise and fall inside the duration. The same from the same arguments on every machine, to
// within rounding.
[[nodiscard]] std::vector<float> synthesise(Event event, Seconds duration, int sampleRate, std::uint64_t seed);

// The background alone, likewise, at a moderate level.
[[nodiscard]] std::vector<float> synthesise(Ambience ambience, Seconds duration, int sampleRate, std::uint64_t seed);

// Everything that is heard in a scene, mixed, without clipping.
[[nodiscard]] std::vector<float> soundOf(const Scene &scene, int sampleRate);

} // namespace tagscope::demo
