// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <optional>

namespace tagscope {

// What stands in tables of scores where a clip lacks the branch.
inline constexpr float kAbsentScore = std::numeric_limits<float>::quiet_NaN();

[[nodiscard]] inline std::optional<double> presentScore(float score) {
    return std::isnan(score) ? std::nullopt : std::optional<double>(score);
}

// Below every probability: for a clip without any score where scores are ranked, so that no threshold in [0, 1] tags
// it.
inline constexpr float kBelowAllScores = -1.0F;

} // namespace tagscope
