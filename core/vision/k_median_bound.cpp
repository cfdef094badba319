// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/k_median_bound.h"

#include "core/vision/ds3_solver.h"
#include "core/vision/k_median.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tagscope {

namespace {

constexpr int kBoundIterationsAtMost = 600; // about 30 ms for 240 pictures
constexpr int kBoundIterationsBetweenChecks = 10;
constexpr int kChecksWithoutGain = 20;
constexpr double kLambdaExponent = 0.05; // 0.2 swings for 400 iterations on a walk of 240 pictures; 0 need not arrive
constexpr double kGain = 1e-5;

// What one more median would save and one fewer would cost: between the two lies the lambda at which DS3 opens as many.
double firstLambda(const Matrix &dissimilarities, std::span<const int> medians, double cost) {
    std::vector<int> changed(medians.begin(), medians.end());
    addGreedily(dissimilarities, medians.size() + 1, changed);
    const double saved = cost - medianCost(dissimilarities, changed);
    double lost = std::numeric_limits<double>::infinity();
    for (std::size_t slot = 0; slot < medians.size() && medians.size() > 1; ++slot) {
        changed.assign(medians.begin(), medians.end());
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(slot));
        lost = std::min(lost, medianCost(dissimilarities, changed) - cost);
    }
    const double floor = 1e-6 * cost;
    const double low = std::max(saved, floor);
    return std::isfinite(lost) ? std::sqrt(low * std::max(lost, floor)) : 2.0 * low;
}

// The price of a column: what the nearest median costs it, and its share of that median's lambda.
std::vector<double> firstDual(const Matrix &dissimilarities, std::span<const int> medians,
                              std::span<const int> representative, double lambda) {
    std::vector<double> served(medians.size());
    for (const int position : representative)
        served[static_cast<std::size_t>(position)] += 1.0;
    std::vector<double> prices(dissimilarities.columns);
    for (std::size_t column = 0; column < prices.size(); ++column) {
        const auto position = static_cast<std::size_t>(representative[column]);
        prices[column] = static_cast<double>(dissimilarities(static_cast<std::size_t>(medians[position]), column)) +
                         lambda / served[position];
    }
    return prices;
}

} // namespace

double kMedianBound(const Matrix &dissimilarities, std::span<const int> medians, double tolerance,
                    const std::stop_token &stop) {
    const double cost = medianCost(dissimilarities, medians);
    if (cost == 0.0)
        return 0.0;
    double lambda = firstLambda(dissimilarities, medians, cost);
    const std::vector<int> positions = nearestOf(dissimilarities, medians);
    std::vector<int> rows(positions.size());
    std::transform(positions.begin(), positions.end(), rows.begin(),
                   [&](int position) { return medians[static_cast<std::size_t>(position)]; });
    Ds3Solver solver(dissimilarities, {}, Ds3Norm::Infinity);
    solver.start(rows, firstDual(dissimilarities, medians, positions, lambda));

    const auto count = static_cast<double>(medians.size());
    double bound = std::max(0.0, solver.medianBound(medians.size()));
    int checksWithoutGain = 0;
    for (int iteration = 0; iteration < kBoundIterationsAtMost && checksWithoutGain < kChecksWithoutGain;
         iteration += kBoundIterationsBetweenChecks) {
        if (stop.stop_requested() || cost - bound <= tolerance * cost)
            break;
        for (int step = 0; step < kBoundIterationsBetweenChecks; ++step)
            solver.iterate(lambda);
        const double next = solver.medianBound(medians.size());
        checksWithoutGain = next > bound + kGain * cost ? 0 : checksWithoutGain + 1;
        bound = std::max(bound, next);
        // Too many open rows are too cheap. The count swings for the first hundred iterations: follow it slowly.
        lambda *= std::pow(solver.normSum() / count, kLambdaExponent);
    }
    return std::min(bound, cost); // the two are sums of the same numbers in different orders
}

} // namespace tagscope
