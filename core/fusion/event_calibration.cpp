// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/event_calibration.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tagscope {
namespace {

double logitOf(double probability) {
    const double clipped = std::clamp(probability, kLeastProbability, 1.0 - kLeastProbability);
    return std::log(clipped / (1.0 - clipped));
}

} // namespace

std::array<double, EventCalibration::kFeatures> calibrationFeatures(std::optional<double> audio,
                                                                    std::optional<double> video) {
    constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();
    std::array<double, EventCalibration::kFeatures> features{kAbsent, kAbsent, kAbsent};
    if (audio)
        features[0] = logitOf(*audio);
    if (video) {
        features[1] = logitOf(*video);
        features[2] = *video == 0.0 ? 1.0 : 0.0;
    }
    return features;
}

CalibrationTerms calibrationTerms(const EventCalibration &event, std::optional<double> audio,
                                  std::optional<double> video) {
    const auto features = calibrationFeatures(audio, video);
    const auto term = [&](std::size_t i) {
        return std::isnan(features[i]) ? 0.0
                                       : event.coefficient[i] * (features[i] - event.mean[i]) / event.deviation[i];
    };
    return {event.intercept, term(0), term(1) + term(2)};
}

double calibratedProbability(const EventCalibration &event, std::optional<double> audio, std::optional<double> video) {
    if (std::isinf(event.intercept))
        return event.intercept > 0.0 ? 1.0 : 0.0;
    const auto features = calibrationFeatures(audio, video);
    double sum = event.intercept;
    for (std::size_t i = 0; i < features.size(); ++i)
        if (!std::isnan(features[i]))
            sum += event.coefficient[i] * (features[i] - event.mean[i]) / event.deviation[i];
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace tagscope
