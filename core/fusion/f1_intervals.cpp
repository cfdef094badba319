// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/f1_intervals.h"

#include "core/base/try.h"

#include <cstddef>
#include <random>
#include <unsupported/Eigen/SpecialFunctions>
#include <utility>

namespace tagscope {
namespace {

// With U / 2 and V both of scale 1, B = (U / 2) / (U / 2 + V) ~ Beta(TP + 1/2, FP + FN + 1), and F = 2 B / (1 + B).
struct BetaShape {
    double a = 0.5;
    double b = 1.0;
};

BetaShape shapeOf(const Counts &counts) {
    constexpr double kPrior = 0.5; // lambda of the paper: Jeffreys' prior of precision and recall
    return {static_cast<double>(counts.truePositives) + kPrior,
            static_cast<double>(counts.falsePositives + counts.falseNegatives) + 2.0 * kPrior};
}

double f1Of(double beta) {
    return 2.0 * beta / (1.0 + beta);
}

// By halving: the distribution function rises.
double betaQuantile(const BetaShape &shape, double share) {
    constexpr int kHalvings = 60; // past the precision of a double
    double low = 0.0;
    double high = 1.0;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = 0.5 * (low + high);
        (Eigen::numext::betainc(shape.a, shape.b, middle) < share ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace

bool isFew(const Counts &counts) {
    return counts.truePositives + counts.falseNegatives < kFewPositives;
}

Interval posteriorF1(const Counts &counts, double level) {
    const BetaShape shape = shapeOf(counts);
    const bool isNothingFound = counts.truePositives == 0;
    const bool isNothingWrong = counts.falsePositives + counts.falseNegatives == 0;
    return {isNothingFound ? 0.0 : f1Of(betaQuantile(shape, (1.0 - level) / 2.0)),
            isNothingWrong ? 1.0 : f1Of(betaQuantile(shape, (1.0 + level) / 2.0))};
}

Interval posteriorShare(std::int64_t right, std::int64_t all, double level) {
    constexpr double kPrior = 0.5;
    const BetaShape shape{static_cast<double>(right) + kPrior, static_cast<double>(all - right) + kPrior};
    return {right == 0 ? 0.0 : betaQuantile(shape, (1.0 - level) / 2.0),
            right == all ? 1.0 : betaQuantile(shape, (1.0 + level) / 2.0)};
}

Interval posteriorMacroF1(std::span<const Counts> perEvent, const BootstrapOptions &options) {
    std::mt19937_64 random(options.seed);
    std::vector<BetaShape> shapes;
    for (const Counts &counts : perEvent)
        if (counts != Counts())
            shapes.push_back(shapeOf(counts));
    if (shapes.empty())
        return {};
    std::vector<double> means;
    for (int draw = 0; draw < options.draws; ++draw) {
        double sum = 0.0;
        for (const BetaShape &shape : shapes) {
            const double u = std::gamma_distribution<double>(shape.a)(random);
            const double v = std::gamma_distribution<double>(shape.b)(random);
            sum += 2.0 * u / (2.0 * u + v);
        }
        means.push_back(sum / static_cast<double>(shapes.size()));
    }
    return middleOf(std::move(means), options.level);
}

Result<F1Intervals> f1Intervals(const BinaryTable &truth, const BinaryTable &predicted, const BootstrapOptions &options,
                                const std::stop_token &stop) {
    const std::vector<Counts> counts = countPerEvent(truth, predicted);
    F1Intervals intervals;
    intervals.micro = TAGSCOPE_TRY(bootstrapMicroF1(partsOf(truth, predicted), options, stop));
    intervals.macro = posteriorMacroF1(counts, options);
    for (const Counts &one : counts)
        intervals.events.push_back(posteriorF1(one, options.level));
    return intervals;
}

} // namespace tagscope
