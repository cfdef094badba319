// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/vision/key_frames.h"

#include <span>
#include <vector>

namespace tagscope {

// The state of DS3's ADMM: iterates in float, judged in double. Lambdas, objectives, bounds and duals are in the units
// of the dissimilarities; inside, these are divided by their largest, without which convergence takes tens of times
// longer. Used by one thread.
class Ds3Solver {
public:
    // Weights as solveDs3()'s. At least one picture; the largest weighted dissimilarity must be > 0.
    Ds3Solver(const Matrix &dissimilarities, std::span<const float> weights, Ds3Norm norm);

    // Begins with column j represented by row representative[j], and with the price dual[j] of representing it.
    void start(std::span<const int> representative, std::span<const double> dual);
    // Begins with the single row of the smallest sum, optimal for a large lambda.
    void startFromMedoid(double lambda);
    // Begins with each column represented by its nearest row, optimal for a small lambda.
    void startFromNearest(double lambda);

    void iterate(double lambda);
    // Changes the penalty where the primal and dual residuals are out of proportion.
    void balance();

    // Of the feasible point nearest at hand: the current one with its columns divided by their sums.
    [[nodiscard]] double objective(double lambda) const;
    [[nodiscard]] Matrix feasiblePoint() const;
    // Of the current dual, shifted until it is feasible: no feasible point has a smaller objective.
    [[nodiscard]] double bound(double lambda);
    // No choice of `count` rows represents all columns for less (q = infinity): the Lagrangian relaxation of the
    // k-median problem at the current dual.
    [[nodiscard]] double medianBound(std::size_t count) const;
    // sum_i ||z_i|| of the feasible point: how many rows are open (q = infinity).
    [[nodiscard]] double normSum() const;

    [[nodiscard]] std::size_t medoid() const { return medoid_; }
    [[nodiscard]] double medoidCost() const { return medoidCost_ * scale_; }

private:
    struct Excess {
        double norm = 0.0;  // of (dual - shift - cost)+, in the dual norm
        double slope = 0.0; // its derivative by the shift, negated
    };

    [[nodiscard]] std::vector<double> dual() const;
    [[nodiscard]] Excess excess(std::span<const double> dual, std::size_t row, double shift) const;
    [[nodiscard]] std::vector<double> columnSums() const;
    [[nodiscard]] double rowNorm(std::size_t row, std::span<const double> sums) const;
    void setPenalty(double penalty);

    Ds3Norm norm_;
    std::size_t size_ = 0;
    std::size_t stride_ = 0; // size_ rounded up to whole blocks; padding is zero
    double scale_ = 1.0;
    double penalty_; // mu
    std::size_t medoid_ = 0;
    double medoidCost_ = 0.0;
    std::vector<double> cost_;      // size x size, scaled
    std::vector<float> stepCost_;   // size x stride, cost / mu
    std::vector<float> c_;          // size x stride
    std::vector<float> u_;          // size x stride, the scaled multipliers
    std::vector<float> theta_;      // stride
    std::vector<float> tau_;        // size
    std::vector<float> rowScratch_; // stride
    std::vector<float> blockScratch_;
    double primalResidual_ = 0.0;
    double dualResidual_ = 0.0;
    std::size_t bindingRow_ = 0; // the row that set the last shift: a good first guess for the next
};

} // namespace tagscope
