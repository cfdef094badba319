// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/vision/key_frames.h"

#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// Dissimilarity-based sparse subset selection (Elhamifar, Sapiro, Sastry, PAMI 2016), the relaxed problem:
//   minimise  lambda sum_i ||z_i||_q + sum_ij w_j d_ij z_ij   over Z >= 0 with every column summing to 1,
// by ADMM, with a rigorous lower bound from the dual.
struct Ds3Solution {
    Matrix z;               // n x n, feasible to rounding
    double objective = 0.0; // of z, in units of the dissimilarities
    double bound = 0.0;     // no feasible Z has a smaller objective
    int iterations = 0;

    [[nodiscard]] double gap() const; // (objective - bound) / objective; 0 for objective 0
};

struct Ds3Options {
    Ds3Norm norm = Ds3Norm::Infinity;
    double gapTolerance = 1e-4;
    int maximalIterations = 20000;
};

// `weights` (w, one a column, > 0) is how many pictures a column stands for; empty: 1 each.
// Errors: Inconsistent (not square, negative, not finite, lambda <= 0), Cancelled.
[[nodiscard]] Result<Ds3Solution> solveDs3(const Matrix &dissimilarities, double lambda, const Ds3Options &options = {},
                                           std::span<const float> weights = {}, std::stop_token stop = {});

// The smallest lambda for which a single row represents everything. q = 2: the closed form of the paper's supplement;
// q = infinity: by bracketing. 0 where all dissimilarities are equal.
[[nodiscard]] double lambdaMaximum(const Matrix &dissimilarities, Ds3Norm norm);

} // namespace tagscope
