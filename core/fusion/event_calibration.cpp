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

using Features = std::array<double, EventCalibration::kFeatures>;

double termOf(const EventCalibration &event, const Features &features, std::size_t i) {
    return std::isnan(features[i]) ? 0.0 : event.coefficient[i] * (features[i] - event.mean[i]) / event.deviation[i];
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
    const Features features = calibrationFeatures(audio, video);
    return {event.intercept, termOf(event, features, 0), termOf(event, features, 1) + termOf(event, features, 2)};
}

double calibratedProbability(const EventCalibration &event, std::optional<double> audio, std::optional<double> video) {
    if (std::isinf(event.intercept))
        return event.intercept > 0.0 ? 1.0 : 0.0;
    const Features features = calibrationFeatures(audio, video);
    double sum = event.intercept;
    for (std::size_t i = 0; i < features.size(); ++i)
        sum += termOf(event, features, i);
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace tagscope
