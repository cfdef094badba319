// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/noise.h"

#include <cstddef>
#include <vector>

// The single sounds before they are placed in a scene: any level, no fades at the ends.
namespace tagscope::demo {

using Samples = std::vector<double>;

struct Length {
    std::size_t samples = 0;
    double rate = 0.0; // Hz

    [[nodiscard]] double seconds() const { return static_cast<double>(samples) / rate; }
    [[nodiscard]] double time(std::size_t sample) const { return static_cast<double>(sample) / rate; }
};

// horns.cpp
[[nodiscard]] Samples trainHorn(Length length, Random &random);
[[nodiscard]] Samples airHorn(Length length, Random &random);

// alarms.cpp
[[nodiscard]] Samples carAlarm(Length length, Random &random);
[[nodiscard]] Samples reversingBeeps(Length length, Random &random);

// sirens.cpp
[[nodiscard]] Samples ambulance(Length length, Random &random);
[[nodiscard]] Samples fireEngine(Length length, Random &random);
[[nodiscard]] Samples civilDefenseSiren(Length length, Random &random);
[[nodiscard]] Samples policeCar(Length length, Random &random);

// wheels.cpp
[[nodiscard]] Samples bicycle(Length length, Random &random);
[[nodiscard]] Samples skateboard(Length length, Random &random);

// voices.cpp
[[nodiscard]] Samples screaming(Length length, Random &random);
[[nodiscard]] Samples babble(Length length, Random &random);

// vehicles.cpp
[[nodiscard]] Samples car(Length length, Random &random);
[[nodiscard]] Samples carPassingBy(Length length, Random &random);
[[nodiscard]] Samples motorcycle(Length length, Random &random);

// heavy_vehicles.cpp
[[nodiscard]] Samples bus(Length length, Random &random);
[[nodiscard]] Samples truck(Length length, Random &random);

// train.cpp
[[nodiscard]] Samples train(Length length, Random &random);

// ambiences.cpp
[[nodiscard]] Samples quiet(Length length, Random &random);
[[nodiscard]] Samples street(Length length, Random &random);
[[nodiscard]] Samples wind(Length length, Random &random);

} // namespace tagscope::demo
