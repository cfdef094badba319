// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ds3_solver.h"

#include "core/vision/ds3_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace tagscope {

namespace {

constexpr float kRelaxation = 1.7F;
// For dissimilarities up to 1. Ours: on walks of 240 pictures 0.05 needs fewer steps than 0.1 (530 for 870, 780 for
// 1,170) and cheaper ones than 0.03 (bench_key_frames). q = 2 moves on from it.
constexpr double kFirstPenalty = 0.05;
constexpr int kMaximalNewtonSteps = 100;
constexpr double kRoundingMargin = 1e-12; // covers the rounding of sums of thousands of doubles

} // namespace

Ds3Solver::Ds3Solver(const Matrix &dissimilarities, std::span<const float> weights, Ds3Norm norm)
    : norm_(norm), size_(dissimilarities.rows), stride_((dissimilarities.rows + kDs3Block - 1) / kDs3Block * kDs3Block),
      penalty_(kFirstPenalty), cost_(size_ * size_), stepCost_(size_ * stride_), c_(size_ * stride_),
      u_(size_ * stride_), theta_(stride_), tau_(size_, 1.0F), rowScratch_(stride_), blockScratch_(size_ * kDs3Block) {
    for (std::size_t row = 0; row < size_; ++row)
        for (std::size_t column = 0; column < size_; ++column)
            cost_[row * size_ + column] = static_cast<double>(dissimilarities(row, column)) *
                                          (weights.empty() ? 1.0 : static_cast<double>(weights[column]));
    scale_ = *std::max_element(cost_.begin(), cost_.end());
    for (double &value : cost_)
        value /= scale_;
    for (std::size_t row = 0; row < size_; ++row) {
        const auto first = cost_.begin() + static_cast<std::ptrdiff_t>(row * size_);
        const double sum = std::accumulate(first, first + static_cast<std::ptrdiff_t>(size_), 0.0);
        if (row == 0 || sum < medoidCost_) {
            medoid_ = row;
            medoidCost_ = sum;
        }
    }
    setPenalty(kFirstPenalty);
}

void Ds3Solver::setPenalty(double penalty) {
    const auto factor = static_cast<float>(penalty_ / penalty);
    for (float &value : u_)
        value *= factor;
    for (float &value : theta_)
        value *= factor;
    penalty_ = penalty;
    for (std::size_t row = 0; row < size_; ++row)
        for (std::size_t column = 0; column < size_; ++column)
            stepCost_[row * stride_ + column] = static_cast<float>(cost_[row * size_ + column] / penalty_);
}

void Ds3Solver::start(std::span<const int> representative, std::span<const double> dual) {
    std::fill(c_.begin(), c_.end(), 0.0F);
    std::fill(u_.begin(), u_.end(), 0.0F);
    std::fill(theta_.begin(), theta_.end(), 0.0F);
    for (std::size_t column = 0; column < size_; ++column) {
        const double price = dual[column] / scale_;
        theta_[column] = static_cast<float>(-price / penalty_);
        const auto chosen = static_cast<std::size_t>(representative[column]);
        for (std::size_t row = 0; row < size_; ++row) {
            // What the column step leaves for these c and theta where it has nothing to correct.
            const double multiplier = (cost_[row * size_ + column] - price) / penalty_;
            u_[row * stride_ + column] = static_cast<float>(row == chosen ? multiplier : std::min(0.0, multiplier));
        }
        c_[chosen * stride_ + column] = 1.0F;
    }
}

void Ds3Solver::startFromMedoid(double lambda) {
    const std::vector<int> representative(size_, static_cast<int>(medoid_));
    const auto count = static_cast<double>(size_);
    const double share = norm_ == Ds3Norm::Infinity ? lambda / count : lambda / std::sqrt(count);
    std::vector<double> prices(size_);
    for (std::size_t column = 0; column < size_; ++column)
        prices[column] = cost_[medoid_ * size_ + column] * scale_ + share;
    start(representative, prices);
}

void Ds3Solver::startFromNearest(double lambda) {
    std::vector<int> representative(size_);
    std::vector<double> prices(size_);
    for (std::size_t column = 0; column < size_; ++column) {
        std::size_t nearest = 0;
        for (std::size_t row = 1; row < size_; ++row)
            if (cost_[row * size_ + column] < cost_[nearest * size_ + column])
                nearest = row;
        representative[column] = static_cast<int>(nearest);
        prices[column] = cost_[nearest * size_ + column] * scale_ + lambda;
    }
    start(representative, prices);
}

void Ds3Solver::iterate(double lambda) {
    const Ds3Kernels &kernels = ds3Kernels();
    const auto threshold = static_cast<float>(lambda / scale_ / penalty_);
    primalResidual_ = 0.0;
    for (std::size_t row = 0; row < size_; ++row) {
        const float *c = c_.data() + row * stride_;
        float *u = u_.data() + row * stride_;
        primalResidual_ +=
            norm_ == Ds3Norm::Infinity
                ? kernels.rowStepInfinity(c, u, rowScratch_.data(), stride_, threshold, kRelaxation, tau_[row])
                : kernels.rowStepTwo(c, u, rowScratch_.data(), stride_, threshold, kRelaxation);
    }
    dualResidual_ = 0.0;
    for (std::size_t column = 0; column < stride_; column += kDs3Block)
        dualResidual_ += kernels.columnStep(c_.data() + column, u_.data() + column, stepCost_.data() + column, size_,
                                            std::min(kDs3Block, size_ - column), stride_, theta_.data() + column,
                                            blockScratch_.data());
}

void Ds3Solver::balance() {
    constexpr double kProportion = 100.0; // of the squares: residuals a factor of 10 apart
    if (primalResidual_ > kProportion * dualResidual_)
        setPenalty(penalty_ * 2.0);
    else if (dualResidual_ > kProportion * primalResidual_)
        setPenalty(penalty_ / 2.0);
}

std::vector<double> Ds3Solver::columnSums() const {
    std::vector<double> sums(size_);
    for (std::size_t row = 0; row < size_; ++row)
        for (std::size_t column = 0; column < size_; ++column)
            sums[column] += static_cast<double>(c_[row * stride_ + column]);
    return sums;
}

double Ds3Solver::rowNorm(std::size_t row, std::span<const double> sums) const {
    double largest = 0.0;
    double squares = 0.0;
    for (std::size_t column = 0; column < size_; ++column) {
        const double z = static_cast<double>(c_[row * stride_ + column]) / sums[column];
        largest = std::max(largest, z);
        squares += z * z;
    }
    return norm_ == Ds3Norm::Infinity ? largest : std::sqrt(squares);
}

double Ds3Solver::normSum() const {
    const std::vector<double> sums = columnSums();
    double sum = 0.0;
    for (std::size_t row = 0; row < size_; ++row)
        sum += rowNorm(row, sums);
    return sum;
}

double Ds3Solver::objective(double lambda) const {
    const std::vector<double> sums = columnSums();
    double norms = 0.0;
    double encoding = 0.0;
    for (std::size_t row = 0; row < size_; ++row) {
        const float *c = c_.data() + row * stride_;
        if (std::all_of(c, c + size_, [](float value) { return value == 0.0F; }))
            continue;
        norms += rowNorm(row, sums);
        for (std::size_t column = 0; column < size_; ++column)
            encoding += cost_[row * size_ + column] * static_cast<double>(c[column]) / sums[column];
    }
    return lambda * norms + scale_ * encoding;
}

Matrix Ds3Solver::feasiblePoint() const {
    const std::vector<double> sums = columnSums();
    Matrix z(size_, size_);
    for (std::size_t row = 0; row < size_; ++row)
        for (std::size_t column = 0; column < size_; ++column)
            z(row, column) = static_cast<float>(static_cast<double>(c_[row * stride_ + column]) / sums[column]);
    return z;
}

std::vector<double> Ds3Solver::dual() const {
    std::vector<double> prices(size_);
    for (std::size_t column = 0; column < size_; ++column)
        prices[column] = -penalty_ * static_cast<double>(theta_[column]);
    return prices;
}

Ds3Solver::Excess Ds3Solver::excess(std::span<const double> dual, std::size_t row, double shift) const {
    constexpr std::size_t kParts = 8; // independent sums, which the processor can overlap
    std::array<double, kParts> sums{};
    std::array<double, kParts> weights{}; // of the slope: how many, or the sum of squares
    const double *cost = cost_.data() + row * size_;
    const bool isInfinity = norm_ == Ds3Norm::Infinity;
    const auto add = [&](std::size_t column, std::size_t part) {
        const double value = std::max(dual[column] - shift - cost[column], 0.0);
        sums[part] += value;
        weights[part] += isInfinity ? (value > 0.0 ? 1.0 : 0.0) : value * value;
    };
    std::size_t column = 0;
    for (; column + kParts <= size_; column += kParts)
        for (std::size_t part = 0; part < kParts; ++part)
            add(column + part, part);
    for (; column < size_; ++column)
        add(column, 0);
    const double sum = std::accumulate(sums.begin(), sums.end(), 0.0);
    const double weight = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (isInfinity)
        return {sum, weight};
    const double norm = std::sqrt(weight);
    return {norm, norm > 0.0 ? sum / norm : 0.0};
}

double Ds3Solver::bound(double lambda) {
    const std::vector<double> prices = dual();
    const double limit = lambda / scale_;
    // The excess of a row is convex and falls with the shift, by at least as much as the shift grows: Newton's method
    // from the left never passes the root, and adding what is left over makes the row feasible for certain.
    double shift = -std::numeric_limits<double>::infinity();
    for (std::size_t column = 0; column < size_; ++column) {
        const double start = prices[column] - cost_[bindingRow_ * size_ + column] - limit;
        shift = column == 0 ? start : std::max(shift, start);
    }
    const std::size_t first = bindingRow_;
    for (std::size_t step = 0; step <= size_; ++step) {
        const std::size_t row = step == 0 ? first : step - 1;
        Excess current = excess(prices, row, shift);
        if (current.norm <= limit * (1.0 + kRoundingMargin))
            continue;
        bindingRow_ = row;
        for (int newton = 0; newton < kMaximalNewtonSteps && current.norm > limit * (1.0 + kRoundingMargin); ++newton) {
            shift += (current.norm - limit) / current.slope;
            current = excess(prices, row, shift);
        }
        shift += std::max(0.0, current.norm - limit);
    }
    const auto count = static_cast<double>(size_);
    const double margin = kRoundingMargin * (1.0 + std::abs(shift) + limit);
    return scale_ * (std::accumulate(prices.begin(), prices.end(), 0.0) - count * (shift + margin));
}

double Ds3Solver::medianBound(std::size_t count) const {
    const std::vector<double> prices = dual();
    std::vector<double> savings(size_);
    for (std::size_t row = 0; row < size_; ++row)
        savings[row] = excess(prices, row, 0.0).norm;
    const auto end = savings.begin() + static_cast<std::ptrdiff_t>(std::min(count, size_));
    std::partial_sort(savings.begin(), end, savings.end(), std::greater<>());
    const double total = std::accumulate(prices.begin(), prices.end(), 0.0);
    const double margin = kRoundingMargin * static_cast<double>(size_);
    return scale_ * (total - std::accumulate(savings.begin(), end, 0.0) - margin);
}

} // namespace tagscope
