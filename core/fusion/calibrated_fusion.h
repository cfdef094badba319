// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/event_calibration.h"
#include "core/fusion/metrics.h"
#include "core/fusion/tuning_step.h"

#include <stop_token>
#include <vector>

namespace tagscope {

// Both branches put together by a calibrated probability for each event, with one common threshold: probabilities that
// mean the same for all events need no threshold of their own (Lipton, Elkan, Narayanaswamy 2014), and one number
// cannot learn the clips it is tuned on by heart as a weight and a threshold for each event can.
struct CalibratedFusion {
    std::vector<EventCalibration> events;
    double threshold = 0.5; // +infinity: never
};

struct TunedCalibration {
    CalibratedFusion fusion;
    double microF1 = 0.0; // on the clips it was fitted to
    std::vector<Counts> counts;
};

// Times half the squared coefficients, on standardised features; scikit-learn's C is 1 / kRidge.
inline constexpr double kRidge = 1.0;

// Logistic regressions with a ridge, by Newton's method, then the common threshold of the greatest micro F1.
// `audio`, `video`: clips x events, in [0, 1], or NaN where the clip lacks the branch.
// Errors: Inconsistent (shapes differ, outside [0, 1]), Cancelled.
[[nodiscard]] Result<TunedCalibration> tuneCalibrated(const Matrix &audio, const Matrix &video,
                                                      const BinaryTable &truth, double ridge = kRidge,
                                                      const TuningObserver &observe = {}, std::stop_token stop = {});

// clips x events, calibrated probabilities. A clip without both branches has the events' base rates.
[[nodiscard]] Matrix calibrated(const CalibratedFusion &fusion, const Matrix &audio, const Matrix &video);

} // namespace tagscope
