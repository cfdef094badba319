// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ds3.h"

#include "core/base/try.h"
#include "core/vision/ds3_solver.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace tagscope {

namespace {

constexpr int kIterationsBetweenChecks = 10; // a check costs about as much as an iteration

Result<void> validateProblem(const Matrix &dissimilarities, double lambda, std::span<const float> weights) {
    if (dissimilarities.rows != dissimilarities.columns)
        return fail(Error::Kind::Inconsistent, {"vision.not_square", dissimilarities.rows, dissimilarities.columns});
    if (!std::all_of(dissimilarities.values.begin(), dissimilarities.values.end(),
                     [](float value) { return std::isfinite(value) && value >= 0.0F; }))
        return fail(Error::Kind::Inconsistent, "vision.bad_dissimilarity");
    if (!(lambda > 0.0) || !std::isfinite(lambda))
        return fail(Error::Kind::Inconsistent, "vision.bad_lambda");
    if (!weights.empty() && weights.size() != dissimilarities.columns)
        return fail(Error::Kind::Inconsistent, "vision.weights_unlike_pictures");
    if (!std::all_of(weights.begin(), weights.end(),
                     [](float weight) { return std::isfinite(weight) && weight > 0.0F; }))
        return fail(Error::Kind::Inconsistent, "vision.bad_weight");
    return {};
}

// Without any dissimilarity one row is enough, and by the triangle inequality nothing is cheaper.
Ds3Solution representAllByTheFirst(std::size_t size, double lambda, Ds3Norm norm) {
    Ds3Solution solution;
    solution.z = Matrix(size, size);
    for (std::size_t column = 0; column < size; ++column)
        solution.z(0, column) = 1.0F;
    if (size > 0)
        solution.objective = lambda * (norm == Ds3Norm::Infinity ? 1.0 : std::sqrt(static_cast<double>(size)));
    solution.bound = solution.objective;
    return solution;
}

} // namespace

double Ds3Solution::gap() const {
    return objective > 0.0 ? (objective - bound) / objective : 0.0;
}

Result<Ds3Solution> solveDs3(const Matrix &dissimilarities, double lambda, const Ds3Options &options,
                             std::span<const float> weights, std::stop_token stop) {
    TAGSCOPE_TRY(validateProblem(dissimilarities, lambda, weights));
    if (std::all_of(dissimilarities.values.begin(), dissimilarities.values.end(),
                    [](float value) { return value == 0.0F; }))
        return representAllByTheFirst(dissimilarities.rows, lambda, options.norm);

    Ds3Solver solver(dissimilarities, weights, options.norm);
    solver.startFromNearest(lambda);
    const double nearest = solver.objective(lambda);
    const double nearestBound = solver.bound(lambda);
    solver.startFromMedoid(lambda);
    if (nearest < solver.objective(lambda))
        solver.startFromNearest(lambda);
    Ds3Solution solution;
    solution.objective = solver.objective(lambda);
    solution.bound = std::max(nearestBound, solver.bound(lambda));
    while (solution.gap() > options.gapTolerance && solution.iterations < options.maximalIterations) {
        if (stop.stop_requested())
            return cancelled();
        for (int iteration = 0; iteration < kIterationsBetweenChecks; ++iteration)
            solver.iterate(lambda);
        solution.iterations += kIterationsBetweenChecks;
        solution.objective = solver.objective(lambda);
        solution.bound = std::max(solution.bound, solver.bound(lambda));
        // Penalties that never settle might cycle: after half of the iterations the last one stays.
        if (options.norm == Ds3Norm::Two && solution.iterations < options.maximalIterations / 2)
            solver.balance();
    }
    solution.z = solver.feasiblePoint();
    return solution;
}

} // namespace tagscope
