// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/scene.h"

#include <span>

namespace tagscope::demo {

enum class Motion { Passes, Drives, Stands }; // through the picture, within it, not at all

// How an event usually goes in the demo.
struct EventHabits {
    double shortest = 1.0; // seconds of its sound
    double longest = 9.0;
    double unheardRate = 0.0; // of its labels: seen, but never heard
    double seenRate = 0.8;    // of its sounds: its object, or what makes it, is seen
    bool hasOwnLook = true;
    Motion motion = Motion::Passes; // mostly
    double smallest = 0.26;         // height when seen, in picture heights
    double largest = 0.4;
    std::span<const Backdrop> backdrops;
    std::span<const Event> companions; // events that like to occur in the same clip
};

[[nodiscard]] const EventHabits &habitsOf(Event event);
[[nodiscard]] std::span<const Ambience> ambiencesOf(Backdrop backdrop);

} // namespace tagscope::demo
