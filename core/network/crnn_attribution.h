// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tagscope {

// What of a CRNN's output is explained: the logit of one event in one step.
struct AttributionTarget {
    std::size_t event = 0;
    std::size_t step = 0;
};

struct AttributionOptions {
    int firstParts = 16;     // equal parts of the way from the baseline to the input
    int mostParts = 1024;    // after refinement; each costs a pass forwards and one back
    double tolerance = 0.01; // of the change of the output
};

// Integrated gradients (Sundararajan, Taly, Yan, ICML 2017): how much each cell of the input, in place of the
// baseline's, adds to the output. The gradient along the straight way from baseline to input is taken in the middle of
// each of its parts; parts over which it does not add up to the change of the output are halved until the values' sum
// is within the tolerance of the whole change, or so near to it that no probability shows it.
struct Attribution {
    Matrix values;               // frames x bands, logits; 0 for frames that fill no step
    double output = 0.0;         // logit of the input
    double baselineOutput = 0.0; // logit of the baseline
    double sum = 0.0;            // of the values; output - baselineOutput if the integral were exact
    int parts = 0;

    // |sum - (output - baselineOutput)| as a share of |output - baselineOutput|; 0 where they agree but for rounding.
    [[nodiscard]] double incompleteness() const {
        constexpr double kRounding = 1e-6; // logits; of the same output in batches of other sizes
        const double whole = output - baselineOutput;
        const double error = std::abs(sum - whole);
        return error <= kRounding ? 0.0 : error / std::max(std::abs(whole), kRounding);
    }

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

} // namespace tagscope
