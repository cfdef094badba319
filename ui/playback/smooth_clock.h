// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

namespace tagscope::ui {

// Makes a steady clock of one that is read in jumps: a sound device tells what it has played in steps of up to a tenth
// of a second. Follows it without ever going back. Times in seconds.
class SmoothClock {
public:
    // The device starts at 0 at this time of a steady clock.
    void start(Seconds now);
    // What the device says now, and how far it may be at most.
    [[nodiscard]] Seconds read(Seconds now, Seconds reported, Seconds limit);

private:
    Seconds before_{0};
    Seconds estimate_{0}; // runs at the steady clock's pace, drawn towards what is told
    Seconds shown_{0};
};

} // namespace tagscope::ui
