// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/event_calibration.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace tagscope {

// A weight and a threshold for each event (section 2.3), or calibrated probabilities and a threshold.
struct OperatingPoint {
    std::vector<double> videoWeight; // w_k in [0, 1]
    std::vector<double> threshold;   // t_k; +infinity: never, -infinity: always
    // One an event: p_k is the calibrated probability, and the weights say nothing. Empty: p_k is weighted.
    std::vector<EventCalibration> calibration = {};

    [[nodiscard]] bool isCalibrated() const { return !calibration.empty(); }
    friend bool operator==(const OperatingPoint &, const OperatingPoint &) = default;
};

// p = (1 - w) a + w v; where one branch is absent the other alone, where both are nothing. Computed in double.
[[nodiscard]] std::optional<double> fuse(std::optional<double> audio, std::optional<double> video, double videoWeight);

// p_k at an operating point: fuse(), or the calibrated probability, to which a branch that is absent adds nothing;
// where both are absent nothing.
[[nodiscard]] std::optional<double> fusedProbability(const OperatingPoint &point, std::size_t event,
                                                     std::optional<double> audio, std::optional<double> video);

// The tags, p_k >= t_k, as clips x events of 0 and 1. `audio`, `video`: clips x events, NaN where a clip lacks the
// branch; one without both has no tags.
[[nodiscard]] BinaryTable tagsAt(const OperatingPoint &point, const Matrix &audio, const Matrix &video);

} // namespace tagscope
