// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace tagscope {

// One event's probability from what both branches say: 1 / (1 + exp(-(b + sum c_i (x_i - mean_i) / deviation_i))) with
// x = (logit a, logit v, v is exactly 0). A branch that a clip lacks adds nothing to the sum, as if it were at its
// mean.
struct EventCalibration {
    static constexpr std::size_t kFeatures = 3;
    std::array<double, kFeatures> mean{};
    std::array<double, kFeatures> deviation{1.0, 1.0, 1.0};
    std::array<double, kFeatures> coefficient{};
    double intercept = 0.0; // -infinity: an event that was never seen positive, +infinity: never negative

    friend bool operator==(const EventCalibration &, const EventCalibration &) = default;
};

// Scores are clipped to [kLeastProbability, 1 - kLeastProbability] before their logit is taken.
inline constexpr double kLeastProbability = 1e-4;

// x of a clip; NaN where it lacks the branch.
[[nodiscard]] std::array<double, EventCalibration::kFeatures> calibrationFeatures(std::optional<double> audio,
                                                                                  std::optional<double> video);

// What each part adds to the logit of the calibrated probability; their sum is that logit. A branch that the clip lacks
// adds 0; with an infinite base the others say nothing.
struct CalibrationTerms {
    double base = 0.0; // of an average clip
    double audio = 0.0;
    double video = 0.0;
};
[[nodiscard]] CalibrationTerms calibrationTerms(const EventCalibration &event, std::optional<double> audio,
                                                std::optional<double> video);

// Of a clip without any branch: the event's base rate.
[[nodiscard]] double calibratedProbability(const EventCalibration &event, std::optional<double> audio,
                                           std::optional<double> video);

} // namespace tagscope
