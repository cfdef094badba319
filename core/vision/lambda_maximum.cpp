// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ds3.h"
#include "core/vision/ds3_solver.h"

#include <algorithm>
#include <cmath>

namespace tagscope {

namespace {

constexpr double kBracket = 1.02;      // the bracket's ratio that is close enough: lambda is a fraction of it anyway
constexpr double kProof = 1e-4;        // the share of the objective within which a single row counts as optimal
constexpr double kDisproof = 1e-6;     // by which another point must be better than the single row
constexpr int kIterationsAtMost = 200; // for each lambda tried; undecided then counts as "not enough"
constexpr int kTrialIterationsBetweenChecks = 10;
constexpr double kTie = 1e-6; // of the sum of the medoid's row

// Row i less the medoid's row, summed in three ways.
struct Differences {
    double sum = 0.0;
    double squares = 0.0;
    double savings = 0.0; // what representing by row i, where that is nearer, would save
    double largest = 0.0;
};

Differences differences(const Matrix &dissimilarities, std::size_t row, std::size_t medoid) {
    Differences result;
    for (std::size_t column = 0; column < dissimilarities.columns; ++column) {
        const double difference =
            static_cast<double>(dissimilarities(row, column)) - static_cast<double>(dissimilarities(medoid, column));
        result.sum += difference;
        result.squares += difference * difference;
        result.savings += std::max(-difference, 0.0);
        result.largest = std::max(result.largest, difference);
    }
    return result;
}

// max_i sqrt(N) |v_i|^2 / (2 sum v_i), v_i = d_i - d_medoid (Elhamifar et al. 2016, supplement). A row whose sum ties
// with the medoid's would make it infinite: no lambda then prefers one of the two, and the row is left out.
double closedFormForTwo(const Matrix &dissimilarities, const Ds3Solver &solver) {
    double largest = 0.0;
    for (std::size_t row = 0; row < dissimilarities.rows; ++row) {
        const Differences v = differences(dissimilarities, row, solver.medoid());
        if (v.sum > kTie * solver.medoidCost())
            largest = std::max(largest, v.squares / (2.0 * v.sum));
    }
    return largest * std::sqrt(static_cast<double>(dissimilarities.columns));
}

bool isSingleRowOptimal(Ds3Solver &solver, double lambda) {
    const double single = lambda + solver.medoidCost();
    solver.startFromMedoid(lambda);
    for (int iteration = 0; iteration <= kIterationsAtMost; ++iteration) {
        if (iteration % kTrialIterationsBetweenChecks == 0) {
            if (solver.bound(lambda) >= single * (1.0 - kProof))
                return true;
            if (solver.objective(lambda) < single * (1.0 - kDisproof))
                return false;
        }
        solver.iterate(lambda);
    }
    return false;
}

double searchForInfinity(const Matrix &dissimilarities, Ds3Solver &solver) {
    // Below `low` opening one more row pays; at `high` the price lambda / N of every column already exceeds whatever
    // another row could save.
    double low = 0.0;
    double high = 0.0;
    for (std::size_t row = 0; row < dissimilarities.rows; ++row) {
        const Differences v = differences(dissimilarities, row, solver.medoid());
        low = std::max(low, v.savings);
        high = std::max(high, v.largest * static_cast<double>(dissimilarities.columns));
    }
    if (low == 0.0)
        return 0.0;         // no row is nearer than the medoid's to any column
    double step = kBracket; // often `low` itself is the answer: look close to it first
    double enough = low * step;
    while (enough < high && !isSingleRowOptimal(solver, enough)) {
        low = enough;
        step *= step;
        enough = std::min(low * std::min(step, 2.0), high);
    }
    while (enough > low * kBracket) {
        const double middle = std::sqrt(low * enough);
        (isSingleRowOptimal(solver, middle) ? enough : low) = middle;
    }
    return enough;
}

} // namespace

double lambdaMaximum(const Matrix &dissimilarities, Ds3Norm norm) {
    const auto &values = dissimilarities.values;
    if (values.empty() ||
        std::all_of(values.begin(), values.end(), [&](float value) { return value == values.front(); }))
        return 0.0;
    Ds3Solver solver(dissimilarities, {}, norm);
    return norm == Ds3Norm::Two ? closedFormForTwo(dissimilarities, solver)
                                : searchForInfinity(dissimilarities, solver);
}

} // namespace tagscope
