// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>

// Scores as other programs write them, and as they are kept.
namespace tagscope {

// In [0, 1]; false for NaN.
[[nodiscard]] inline bool isInUnitInterval(double value) {
    return value >= 0.0 && value <= 1.0;
}

// The nearest number of single precision, but that 0 and 1 stand for nothing else: 1e-300 is not 0.
[[nodiscard]] inline float keptProbability(double probability) {
    const auto nearest = static_cast<float>(probability);
    if (nearest == 0.0F && probability > 0.0)
        return std::numeric_limits<float>::denorm_min();
    if (nearest == 1.0F && probability < 1.0)
        return std::nextafter(1.0F, 0.0F);
    return nearest;
}

// Of a logit that is a number.
[[nodiscard]] inline double probabilityOfLogit(double logit) {
    return logit >= 0.0 ? 1.0 / (1.0 + std::exp(-logit)) : std::exp(logit) / (1.0 + std::exp(logit));
}

} // namespace tagscope
