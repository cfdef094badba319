// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tagscope::ui {

// Which moment of a recording is heard.
struct PlayedMoment {
    std::int64_t pass = 0; // how often the stretch began anew
    Seconds time{0};       // of the recording
};

// A stretch of a recording as it is played: when which moment is heard. Times are the recording's, samples those of the
// output, counted from the first that is played; the stretch has its samples exactly, at every speed.
struct PlayedRange {
    Seconds from{0};
    Seconds until{0};
    Seconds begin{0}; // where the first pass begins: from, or later
    double speed = 1.0;
    bool loops = false;

    [[nodiscard]] std::int64_t samplesOfPass(std::int64_t pass, int sampleRate) const {
        const std::int64_t first = std::llround((pass == 0 ? begin : from).count() * sampleRate);
        const std::int64_t last = std::llround(until.count() * sampleRate);
        return std::max<std::int64_t>(std::llround(static_cast<double>(last - first) / speed), 1);
    }

    // How many samples were played when this pass begins.
    [[nodiscard]] std::int64_t samplesBefore(std::int64_t pass, int sampleRate) const {
        return pass == 0 ? 0 : samplesOfPass(0, sampleRate) + (pass - 1) * samplesOfPass(1, sampleRate);
    }

    [[nodiscard]] PlayedMoment momentAfter(std::int64_t samples, int sampleRate) const {
        const std::int64_t ofFirst = samplesOfPass(0, sampleRate);
        const std::int64_t pass =
            loops && samples >= ofFirst ? 1 + (samples - ofFirst) / samplesOfPass(1, sampleRate) : 0;
        const auto inPass = static_cast<double>(samples - samplesBefore(pass, sampleRate));
        const Seconds time = (pass == 0 ? begin : from) + Seconds{inPass / sampleRate * speed};
        return {pass, std::min(time, until)};
    }

    // When a moment of a pass is heard, in samples.
    [[nodiscard]] std::int64_t samplesUntil(const PlayedMoment &moment, int sampleRate) const {
        const Seconds inPass = moment.time - (moment.pass == 0 ? begin : from);
        return samplesBefore(moment.pass, sampleRate) + std::llround(inPass.count() / speed * sampleRate);
    }
};

} // namespace tagscope::ui
