// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/calibrated_fusion.h"

#include "core/base/try.h"
#include "core/fusion/absent_score.h"
#include "core/fusion/threshold_cuts.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace tagscope {

namespace {

constexpr std::size_t kFeatures = EventCalibration::kFeatures;
constexpr Eigen::Index kCoefficients = kFeatures + 1; // and the intercept, which comes last
using Coefficients = Eigen::Matrix<double, kCoefficients, 1>;
using Hessian = Eigen::Matrix<double, kCoefficients, kCoefficients>;
using Features = std::array<double, kFeatures>; // NaN: the clip lacks the branch

Features featuresOf(float audio, float video) {
    return calibrationFeatures(presentScore(audio), presentScore(video));
}

Coefficients standardised(const Features &features, const EventCalibration &event) {
    Coefficients x;
    for (std::size_t i = 0; i < kFeatures; ++i)
        x[static_cast<Eigen::Index>(i)] =
            std::isnan(features[i]) ? 0.0 : (features[i] - event.mean[i]) / event.deviation[i];
    x[kFeatures] = 1.0;
    return x;
}

double logistic(double value) {
    return 1.0 / (1.0 + std::exp(-value));
}

void standardiseBy(EventCalibration &event, const std::vector<Features> &clips) {
    for (std::size_t i = 0; i < kFeatures; ++i) {
        double sum = 0.0;
        double squares = 0.0;
        double count = 0.0;
        for (const Features &features : clips) {
            if (std::isnan(features[i]))
                continue;
            count += 1.0;
            sum += features[i];
        }
        event.mean[i] = count > 0.0 ? sum / count : 0.0;
        for (const Features &features : clips)
            if (!std::isnan(features[i]))
                squares += (features[i] - event.mean[i]) * (features[i] - event.mean[i]);
        // A feature that is the same everywhere says nothing, whatever it is divided by.
        event.deviation[i] = squares > 0.0 ? std::sqrt(squares / count) : 1.0;
    }
}

// The penalised negative log likelihood, whose minimum is sought.
double costOf(const std::vector<Coefficients> &x, const std::vector<double> &y, const Coefficients &b, double ridge) {
    double cost = 0.5 * ridge * b.head<kFeatures>().squaredNorm();
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double z = x[i].dot(b);
        cost += std::max(z, 0.0) - z * y[i] + std::log1p(std::exp(-std::abs(z)));
    }
    return cost;
}

// Newton's method with the step halved while it does not help; the cost is convex, so this ends at its minimum.
Coefficients fitted(const std::vector<Coefficients> &x, const std::vector<double> &y, Coefficients b, double ridge) {
    constexpr int kMostRounds = 50;
    constexpr int kMostHalvings = 30;
    constexpr double kSmallStep = 1e-10;
    double cost = costOf(x, y, b, ridge);
    for (int round = 0; round < kMostRounds; ++round) {
        Hessian hessian = Hessian::Zero();
        hessian.diagonal().head<kFeatures>().setConstant(ridge);
        Coefficients gradient = Coefficients::Zero();
        gradient.head<kFeatures>() = ridge * b.head<kFeatures>();
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double p = logistic(x[i].dot(b));
            gradient += (p - y[i]) * x[i];
            hessian += p * (1.0 - p) * x[i] * x[i].transpose();
        }
        Coefficients step = hessian.ldlt().solve(gradient);
        int halvings = 0;
        while (costOf(x, y, b - step, ridge) > cost && halvings++ < kMostHalvings)
            step *= 0.5;
        if (!step.allFinite() || halvings > kMostHalvings)
            return b;
        b -= step;
        cost = costOf(x, y, b, ridge);
        if (step.cwiseAbs().maxCoeff() < kSmallStep)
            return b;
    }
    return b;
}

EventCalibration calibrationOf(const Matrix &audio, const Matrix &video, const BinaryTable &truth, std::size_t k,
                               double ridge) {
    std::vector<Features> clips;
    std::vector<double> y;
    double positives = 0.0;
    for (std::size_t clip = 0; clip < truth.clips; ++clip) {
        clips.push_back(featuresOf(audio(clip, k), video(clip, k)));
        y.push_back(truth(clip, k) != 0 ? 1.0 : 0.0);
        positives += y.back();
    }
    EventCalibration event;
    const double negatives = static_cast<double>(y.size()) - positives;
    if (positives == 0.0 || negatives == 0.0) {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        event.intercept = positives == 0.0 ? -kInfinity : kInfinity;
        return event;
    }
    standardiseBy(event, clips);
    std::vector<Coefficients> x;
    for (const Features &features : clips)
        x.push_back(standardised(features, event));
    Coefficients start = Coefficients::Zero();
    start[kFeatures] = std::log(positives / negatives);
    const Coefficients b = fitted(x, y, start, ridge);
    for (std::size_t i = 0; i < kFeatures; ++i)
        event.coefficient[i] = b[static_cast<Eigen::Index>(i)];
    event.intercept = b[kFeatures];
    return event;
}

double probabilityOf(const EventCalibration &event, float audio, float video) {
    return calibratedProbability(event, presentScore(audio), presentScore(video));
}

Result<void> checkProbabilities(const Matrix &scores, const BinaryTable &truth, const Message &branch) {
    if (scores.rows != truth.clips || scores.columns != truth.events)
        return fail(Error::Kind::Inconsistent, {"fusion.branch_scores_unlike_labels", branch});
    for (std::size_t i = 0; i < scores.values.size(); ++i)
        if (scores.values[i] < 0.0F || scores.values[i] > 1.0F)
            return fail(Error::Kind::Inconsistent,
                        {"fusion.score_out_of_range", branch, i / scores.columns + 1, i % scores.columns + 1});
    return {};
}

// The one threshold with the greatest micro F1, and what it gives. A clip without both branches is never tagged.
void tuneCommonThreshold(TunedCalibration &tuned, const Matrix &audio, const Matrix &video, const BinaryTable &truth) {
    constexpr double kNone = -1.0;
    const auto probabilityAt = [&](std::size_t i) {
        if (std::isnan(audio.values[i]) && std::isnan(video.values[i]))
            return kNone;
        return probabilityOf(tuned.fusion.events[i % truth.events], audio.values[i], video.values[i]);
    };
    std::vector<LabelledScore> all(truth.values.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = {probabilityAt(i), truth.values[i] != 0};
    std::vector<double> probability(all.size());
    std::ranges::transform(all, probability.begin(), &LabelledScore::score);
    const ThresholdCuts cuts = thresholdCuts(std::move(all));
    tuned.fusion.threshold = cuts.threshold[bestCut(cuts, {})];
    BinaryTable predicted(truth.clips, truth.events);
    for (std::size_t i = 0; i < probability.size(); ++i)
        predicted.values[i] = probability[i] > kNone && probability[i] >= tuned.fusion.threshold ? 1 : 0;
    tuned.counts = countPerEvent(truth, predicted);
    tuned.microF1 = total(tuned.counts).f1();
}

} // namespace

Result<TunedCalibration> tuneCalibrated(const Matrix &audio, const Matrix &video, const BinaryTable &truth,
                                        double ridge, const TuningObserver &observe, std::stop_token stop) {
    TAGSCOPE_TRY(checkProbabilities(audio, truth, "base.audio"));
    TAGSCOPE_TRY(checkProbabilities(video, truth, "base.video"));
    TunedCalibration tuned;
    for (std::size_t k = 0; k < truth.events; ++k) {
        if (stop.stop_requested())
            return cancelled();
        tuned.fusion.events.push_back(calibrationOf(audio, video, truth, k, ridge));
        if (observe)
            observe({static_cast<double>(k + 1) / static_cast<double>(truth.events), "calibrating", std::nullopt});
    }
    tuneCommonThreshold(tuned, audio, video, truth);
    if (observe)
        observe({1.0, "common threshold", tuned.microF1});
    return tuned;
}

Matrix calibrated(const CalibratedFusion &fusion, const Matrix &audio, const Matrix &video) {
    Matrix probabilities(audio.rows, audio.columns);
    for (std::size_t clip = 0; clip < audio.rows; ++clip)
        for (std::size_t k = 0; k < audio.columns; ++k)
            probabilities(clip, k) =
                static_cast<float>(probabilityOf(fusion.events[k], audio(clip, k), video(clip, k)));
    return probabilities;
}

} // namespace tagscope
