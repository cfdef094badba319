// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/smooth_clock.h"

#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr Seconds kJump{0.12};    // further off is a pause or a jump, no coarse reading
constexpr Seconds kSettling{0.5}; // in which a small difference is made good: not to be seen

} // namespace

void SmoothClock::start(Seconds now) {
    before_ = now;
    estimate_ = Seconds{0};
    shown_ = Seconds{0};
}

Seconds SmoothClock::read(Seconds now, Seconds reported, Seconds limit) {
    const Seconds passed = std::max(now - before_, Seconds{0});
    before_ = now;
    estimate_ += passed;
    const Seconds error = reported - estimate_;
    if (std::abs(error.count()) > kJump.count())
        estimate_ = reported;
    else
        estimate_ += error * (1 - std::exp(-passed / kSettling));
    estimate_ = std::min(estimate_, limit);
    shown_ = std::max(shown_, estimate_);
    return shown_;
}

} // namespace tagscope::ui
