// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string_view>

namespace tagscope {

// What a tuner tells whoever watches it.
struct TuningStep {
    double fraction = 0.0;         // of the work, in [0, 1]
    std::string_view stage;        // in a word or two; valid during the call
    std::optional<double> microF1; // that has been reached, on the clips that are tuned on
};

// Called on the thread that tunes, after each round or step.
using TuningObserver = std::function<void(const TuningStep &)>;

} // namespace tagscope
