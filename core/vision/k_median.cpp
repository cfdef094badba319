// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/k_median.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace tagscope {

namespace {

constexpr float kFar = std::numeric_limits<float>::max();
constexpr double kImprovement = 1e-7; // of the cost: less could be rounding, and swap the same two for ever

// Lowers each column's distance to what `row` offers.
void include(std::span<const float> row, std::vector<float> &nearest) {
    for (std::size_t column = 0; column < nearest.size(); ++column)
        nearest[column] = std::min(nearest[column], row[column]);
}

std::vector<float> distancesToNearest(const Matrix &dissimilarities, std::span<const int> chosen) {
    std::vector<float> nearest(dissimilarities.columns, kFar);
    for (const int row : chosen)
        include(dissimilarities.row(static_cast<std::size_t>(row)), nearest);
    return nearest;
}

// The cost if `row` were chosen as well.
double costWith(std::span<const float> row, std::span<const float> nearest) {
    constexpr std::size_t kParts = 8; // independent sums, which the processor can overlap
    std::array<double, kParts> sums{};
    std::size_t column = 0;
    for (; column + kParts <= nearest.size(); column += kParts)
        for (std::size_t part = 0; part < kParts; ++part)
            sums[part] += static_cast<double>(std::min(row[column + part], nearest[column + part]));
    for (; column < nearest.size(); ++column)
        sums[0] += static_cast<double>(std::min(row[column], nearest[column]));
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

struct Candidate {
    int row = -1;
    double cost = std::numeric_limits<double>::infinity();
};

Candidate bestAddition(const Matrix &dissimilarities, std::span<const float> nearest, std::span<const int> chosen) {
    std::vector<bool> isChosen(dissimilarities.rows);
    for (const int row : chosen)
        isChosen[static_cast<std::size_t>(row)] = true;
    Candidate best;
    for (std::size_t row = 0; row < dissimilarities.rows; ++row) {
        if (isChosen[row])
            continue;
        const double cost = costWith(dissimilarities.row(row), nearest);
        if (cost < best.cost)
            best = {static_cast<int>(row), cost};
    }
    return best;
}

} // namespace

double medianCost(const Matrix &dissimilarities, std::span<const int> chosen) {
    if (chosen.empty())
        return 0.0;
    const std::vector<float> nearest = distancesToNearest(dissimilarities, chosen);
    return std::accumulate(nearest.begin(), nearest.end(), 0.0);
}

std::vector<int> nearestOf(const Matrix &dissimilarities, std::span<const int> chosen) {
    std::vector<int> positions(dissimilarities.columns);
    for (std::size_t column = 0; column < dissimilarities.columns; ++column) {
        const auto distance = [&](int row) { return dissimilarities(static_cast<std::size_t>(row), column); };
        const auto nearest = std::min_element(chosen.begin(), chosen.end(),
                                              [&](int left, int right) { return distance(left) < distance(right); });
        positions[column] = static_cast<int>(nearest - chosen.begin());
    }
    return positions;
}

void addGreedily(const Matrix &dissimilarities, std::size_t count, std::vector<int> &chosen) {
    std::vector<float> nearest = distancesToNearest(dissimilarities, chosen);
    while (chosen.size() < std::min(count, dissimilarities.rows)) {
        const Candidate best = bestAddition(dissimilarities, nearest, chosen);
        chosen.push_back(best.row);
        include(dissimilarities.row(static_cast<std::size_t>(best.row)), nearest);
    }
}

void improveBySwaps(const Matrix &dissimilarities, std::vector<int> &chosen, const std::stop_token &stop) {
    if (chosen.size() >= dissimilarities.rows)
        return;
    double cost = medianCost(dissimilarities, chosen);
    std::size_t unchanged = 0; // slots in a row that no swap improved
    for (std::size_t slot = 0; unchanged < chosen.size() && !stop.stop_requested(); slot = (slot + 1) % chosen.size()) {
        std::vector<int> others = chosen;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(slot));
        const Candidate best = bestAddition(dissimilarities, distancesToNearest(dissimilarities, others), others);
        ++unchanged;
        if (best.cost < cost * (1.0 - kImprovement)) {
            chosen[slot] = best.row;
            cost = best.cost;
            unchanged = 1;
        }
    }
}

} // namespace tagscope
