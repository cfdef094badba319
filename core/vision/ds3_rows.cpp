// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ds3_rows.h"

#include "core/base/try.h"
#include "core/vision/ds3.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tagscope {

namespace {

// Sums closer than this many pictures are a tie: the solver leaves that much undecided.
constexpr float kSumResolution = 1e-3F;

// Pictures that differ from each other, and how many each stands for.
struct Distinct {
    std::vector<int> pictures;
    std::vector<float> weights;
};

Distinct collapse(const Matrix &dissimilarities, double duplicateFraction) {
    const double largest =
        static_cast<double>(*std::max_element(dissimilarities.values.begin(), dissimilarities.values.end()));
    const auto limit = static_cast<float>(duplicateFraction * largest);
    Distinct distinct;
    for (std::size_t picture = 0; picture < dissimilarities.rows; ++picture) {
        const auto twin = std::find_if(distinct.pictures.begin(), distinct.pictures.end(), [&](int earlier) {
            const auto other = static_cast<std::size_t>(earlier);
            return std::max(dissimilarities(other, picture), dissimilarities(picture, other)) <= limit;
        });
        if (twin == distinct.pictures.end()) {
            distinct.pictures.push_back(static_cast<int>(picture));
            distinct.weights.push_back(1.0F);
        } else {
            distinct.weights[static_cast<std::size_t>(twin - distinct.pictures.begin())] += 1.0F;
        }
    }
    return distinct;
}

Matrix select(const Matrix &dissimilarities, const std::vector<int> &pictures) {
    Matrix selected(pictures.size(), pictures.size());
    for (std::size_t row = 0; row < pictures.size(); ++row)
        for (std::size_t column = 0; column < pictures.size(); ++column)
            selected(row, column) =
                dissimilarities(static_cast<std::size_t>(pictures[row]), static_cast<std::size_t>(pictures[column]));
    return selected;
}

Matrix withWeights(Matrix dissimilarities, const std::vector<float> &weights) {
    for (std::size_t row = 0; row < dissimilarities.rows; ++row)
        for (std::size_t column = 0; column < dissimilarities.columns; ++column)
            dissimilarities(row, column) *= weights[column];
    return dissimilarities;
}

} // namespace

Result<Ds3Rows> ds3Rows(const Matrix &dissimilarities, const KeyFrameOptions &options, const std::stop_token &stop) {
    const Distinct distinct = collapse(dissimilarities, options.duplicateFraction);
    const Matrix weighted = withWeights(select(dissimilarities, distinct.pictures), distinct.weights);
    Ds3Rows rows;
    rows.sums.assign(dissimilarities.rows, 0.0F);
    rows.lambda = options.lambdaFraction * lambdaMaximum(weighted, options.norm);
    if (rows.lambda == 0.0) {
        // Nothing to choose between, or one row that is the nearest to every picture.
        std::vector<double> costs(weighted.rows);
        for (std::size_t row = 0; row < weighted.rows; ++row)
            costs[row] = std::accumulate(weighted.row(row).begin(), weighted.row(row).end(), 0.0);
        const auto best = static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
        rows.sums[static_cast<std::size_t>(distinct.pictures[best])] = static_cast<float>(dissimilarities.rows);
        return rows;
    }
    Ds3Options solverOptions;
    solverOptions.norm = options.norm;
    solverOptions.gapTolerance = options.gapTolerance;
    const auto solution = TAGSCOPE_TRY(solveDs3(weighted, rows.lambda, solverOptions, {}, stop));
    rows.iterations = solution.iterations;
    for (std::size_t row = 0; row < weighted.rows; ++row) {
        float sum = 0.0F;
        for (std::size_t column = 0; column < weighted.columns; ++column)
            sum += solution.z(row, column) * distinct.weights[column];
        rows.sums[static_cast<std::size_t>(distinct.pictures[row])] = sum;
    }
    return rows;
}

std::vector<int> largestRows(const std::vector<float> &sums, std::size_t count) {
    std::vector<int> order;
    for (std::size_t row = 0; row < sums.size(); ++row)
        if (sums[row] > kSumResolution)
            order.push_back(static_cast<int>(row));
    const auto rounded = [&](int row) { return std::lround(sums[static_cast<std::size_t>(row)] / kSumResolution); };
    std::stable_sort(order.begin(), order.end(), [&](int left, int right) { return rounded(left) > rounded(right); });
    order.resize(std::min(count, order.size()));
    return order;
}

} // namespace tagscope
