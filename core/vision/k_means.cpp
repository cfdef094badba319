// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/k_means.h"

#include <algorithm>
#include <limits>
#include <set>

namespace tagscope {

namespace {

constexpr int kRoundsAtMost = 100;

// Squared distances, of which an asymmetric pair gets the mean.
std::vector<double> squaredDistances(const Matrix &dissimilarities) {
    const std::size_t size = dissimilarities.rows;
    std::vector<double> squares(size * size);
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = 0; column < size; ++column) {
            const auto there = static_cast<double>(dissimilarities(row, column));
            const auto back = static_cast<double>(dissimilarities(column, row));
            squares[row * size + column] = (there * there + back * back) / 2.0;
        }
    }
    return squares;
}

// Squared distances of all pictures to the centre of some.
std::vector<double> distancesToCentre(const std::vector<double> &squares, std::size_t size,
                                      const std::vector<std::size_t> &members) {
    std::vector<double> distances(size);
    for (const std::size_t member : members)
        for (std::size_t picture = 0; picture < size; ++picture)
            distances[picture] += squares[member * size + picture];
    double within = 0.0;
    for (const std::size_t member : members)
        within += distances[member];
    const auto count = static_cast<double>(members.size());
    for (double &distance : distances)
        distance = distance / count - within / (2.0 * count * count);
    return distances;
}

std::size_t smallestOf(const std::vector<double> &values) {
    return static_cast<std::size_t>(std::min_element(values.begin(), values.end()) - values.begin());
}

// The first clusters: one picture each.
std::vector<std::vector<std::size_t>> farthestFirst(const std::vector<double> &squares, std::size_t size,
                                                    std::size_t count) {
    std::vector<std::size_t> everything(size);
    for (std::size_t picture = 0; picture < size; ++picture)
        everything[picture] = picture;
    std::vector<std::vector<std::size_t>> clusters{{smallestOf(distancesToCentre(squares, size, everything))}};
    std::vector<double> nearest(size, std::numeric_limits<double>::max());
    while (clusters.size() < count) {
        const std::size_t latest = clusters.back().front();
        for (std::size_t picture = 0; picture < size; ++picture)
            nearest[picture] = std::min(nearest[picture], squares[latest * size + picture]);
        const auto farthest = std::max_element(nearest.begin(), nearest.end());
        if (*farthest == 0.0)
            break;
        clusters.push_back({static_cast<std::size_t>(farthest - nearest.begin())});
    }
    return clusters;
}

} // namespace

std::vector<int> kMeansPictures(const Matrix &dissimilarities, std::size_t count, const std::stop_token &stop) {
    const std::size_t size = dissimilarities.rows;
    if (size == 0)
        return {};
    const std::vector<double> squares = squaredDistances(dissimilarities);
    auto clusters = farthestFirst(squares, size, count);
    std::vector<std::size_t> clusterOf(size, size);
    std::vector<std::vector<double>> distances;
    for (int round = 0; round < kRoundsAtMost && !stop.stop_requested(); ++round) {
        distances.clear();
        for (const auto &members : clusters)
            distances.push_back(distancesToCentre(squares, size, members));
        auto next = std::vector<std::vector<std::size_t>>(clusters.size());
        std::vector<std::size_t> assigned(size);
        for (std::size_t picture = 0; picture < size; ++picture) {
            for (std::size_t cluster = 1; cluster < clusters.size(); ++cluster)
                if (distances[cluster][picture] < distances[assigned[picture]][picture])
                    assigned[picture] = cluster;
            next[assigned[picture]].push_back(picture);
        }
        for (std::size_t cluster = 0; cluster < clusters.size(); ++cluster)
            if (!next[cluster].empty()) // one that lost everyone keeps its centre
                clusters[cluster] = next[cluster];
        if (assigned == clusterOf)
            break;
        clusterOf = assigned;
    }
    std::set<int> pictures;
    for (const auto &members : clusters)
        pictures.insert(static_cast<int>(smallestOf(distancesToCentre(squares, size, members))));
    return {pictures.begin(), pictures.end()};
}

} // namespace tagscope
