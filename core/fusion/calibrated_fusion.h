#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"

#include <array>
#include <cstddef>
#include <stop_token>
#include <vector>

namespace tagscope {

// One event's probability from what both branches say: 1 / (1 + exp(-(b + sum c_i (x_i - mean_i) / deviation_i))) with
// x = (logit a, logit v, v is exactly 0). A branch that a clip lacks adds nothing to the sum.
struct EventCalibration {
    static constexpr std::size_t kFeatures = 3;
    std::array<double, kFeatures> mean{};
    std::array<double, kFeatures> deviation{1.0, 1.0, 1.0};
    std::array<double, kFeatures> coefficient{};
    double intercept = 0.0; // -infinity: an event that was never seen positive, +infinity: never negative
};

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

// Scores are clipped to [kLeastProbability, 1 - kLeastProbability] before their logit is taken.
inline constexpr double kLeastProbability = 1e-4;
inline constexpr double kRidge =
    1.0; // times half the squared coefficients, on standardised features; as C = 1 / kRidge

// Logistic regressions with a ridge, by Newton's method, then the common threshold of the greatest micro F1.
// `audio`, `video`: clips x events, in [0, 1], or NaN where the clip lacks the branch.
// Errors: Inconsistent (shapes differ, outside [0, 1]), Cancelled.
[[nodiscard]] Result<TunedCalibration> tuneCalibrated(const Matrix &audio, const Matrix &video,
                                                      const BinaryTable &truth, double ridge = kRidge,
                                                      std::stop_token stop = {});

// clips x events, calibrated probabilities. A clip without both branches has the events' base rates.
[[nodiscard]] Matrix calibrated(const CalibratedFusion &fusion, const Matrix &audio, const Matrix &video);

} // namespace tagscope
