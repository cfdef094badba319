// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/key_frames.h"

#include "core/base/try.h"
#include "core/vision/ds3_rows.h"
#include "core/vision/k_means.h"
#include "core/vision/k_median.h"
#include "core/vision/k_median_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace tagscope {

namespace {

Result<void> validate(const Matrix &dissimilarities, const KeyFrameOptions &options) {
    if (dissimilarities.rows != dissimilarities.columns)
        return fail(Error::Kind::Inconsistent,
                    {"vision.dissimilarities_missing", dissimilarities.rows, dissimilarities.columns});
    if (options.count < 1)
        return fail(Error::Kind::Inconsistent, "vision.no_key_frame_wanted");
    const auto isSensible = [](double value) { return std::isfinite(value) && value >= 0.0; };
    if (!isSensible(options.lambdaFraction) || !isSensible(options.duplicateFraction) ||
        !isSensible(options.gapTolerance))
        return fail(Error::Kind::Inconsistent, "vision.bad_key_frame_settings");
    if (!std::all_of(dissimilarities.values.begin(), dissimilarities.values.end(),
                     [](float value) { return std::isfinite(value) && value >= 0.0F; }))
        return fail(Error::Kind::Inconsistent, "vision.damaged_features");
    return {};
}

constexpr double kSwapImprovement = 1e-7; // of the cost: less could be rounding
constexpr std::size_t kForcedStarts = 8;  // pictures spread over the clip, each the first of a greedy choice

// Greedy, then swaps, from several starts: one alone ends in a poor local optimum on some clips.
std::vector<int> medians(const Matrix &dissimilarities, std::size_t count, const std::stop_token &stop) {
    std::vector<std::vector<int>> starts{{}, kMeansPictures(dissimilarities, count, stop)};
    for (std::size_t start = 0; start < kForcedStarts; ++start)
        starts.push_back({static_cast<int>((2 * start + 1) * dissimilarities.rows / (2 * kForcedStarts))});
    std::vector<int> best;
    double lowest = std::numeric_limits<double>::infinity();
    for (std::vector<int> &chosen : starts) {
        addGreedily(dissimilarities, count, chosen);
        improveBySwaps(dissimilarities, chosen, stop);
        const double cost = medianCost(dissimilarities, chosen);
        if (best.empty() || cost < lowest * (1.0 - kSwapImprovement)) {
            best = chosen;
            lowest = cost;
        }
    }
    return best;
}

std::vector<int> intervalCentres(std::size_t pictures, std::size_t count) {
    std::vector<int> centres(count);
    for (std::size_t interval = 0; interval < count; ++interval)
        centres[interval] = static_cast<int>((2 * interval + 1) * pictures / (2 * count));
    return centres;
}

// `count` of them, fewer than there are pictures.
Result<KeyFrames> choose(const Matrix &dissimilarities, std::size_t count, const KeyFrameOptions &options,
                         const std::stop_token &stop) {
    KeyFrames keyFrames;
    switch (options.method) {
    case KeyFrameMethod::KMedian:
        keyFrames.pictures = medians(dissimilarities, count, stop);
        break;
    case KeyFrameMethod::Ds3: {
        auto rows = TAGSCOPE_TRY(ds3Rows(dissimilarities, options, stop));
        keyFrames.pictures = largestRows(rows.sums, count);
        keyFrames.lambda = rows.lambda;
        keyFrames.iterations = rows.iterations;
        keyFrames.rowSums = std::move(rows.sums);
        break;
    }
    case KeyFrameMethod::KMeans:
        keyFrames.pictures = kMeansPictures(dissimilarities, count, stop);
        break;
    case KeyFrameMethod::EqualIntervals:
        keyFrames.pictures = intervalCentres(dissimilarities.rows, count);
        break;
    }
    addGreedily(dissimilarities, count, keyFrames.pictures); // where the method found fewer
    return keyFrames;
}

} // namespace

double KeyFrames::gap() const {
    return cost > 0.0 ? (cost - costBound) / cost : 0.0;
}

Result<KeyFrames> selectKeyFrames(const Matrix &dissimilarities, const KeyFrameOptions &options, std::stop_token stop) {
    TAGSCOPE_TRY(validate(dissimilarities, options));
    const std::size_t pictures = dissimilarities.rows;
    const auto count = static_cast<std::size_t>(options.count);
    KeyFrames keyFrames;
    if (pictures == 0)
        return keyFrames;
    if (pictures <= count) {
        keyFrames.pictures.resize(pictures);
        std::iota(keyFrames.pictures.begin(), keyFrames.pictures.end(), 0);
    } else {
        auto chosen = choose(dissimilarities, count, options, stop);
        if (!chosen)
            return chosen;
        keyFrames = std::move(*chosen);
        std::sort(keyFrames.pictures.begin(), keyFrames.pictures.end());
    }
    keyFrames.representative = nearestOf(dissimilarities, keyFrames.pictures);
    keyFrames.cost = medianCost(dissimilarities, keyFrames.pictures);
    if (pictures <= count)
        keyFrames.costBound = keyFrames.cost; // there is no other choice
    else if (options.certify)
        keyFrames.costBound = kMedianBound(
            dissimilarities,
            options.method == KeyFrameMethod::KMedian ? keyFrames.pictures : medians(dissimilarities, count, stop),
            options.gapTolerance, stop);
    if (stop.stop_requested())
        return cancelled();
    return keyFrames;
}

KeyFrames keyFramesByTime(std::size_t pictures, std::vector<int> chosen) {
    KeyFrames keyFrames;
    keyFrames.pictures = std::move(chosen);
    std::size_t nearest = 0; // position among the chosen
    for (int picture = 0; static_cast<std::size_t>(picture) < pictures; ++picture) {
        while (nearest + 1 < keyFrames.pictures.size() &&
               keyFrames.pictures[nearest + 1] - picture < picture - keyFrames.pictures[nearest])
            ++nearest;
        keyFrames.representative.push_back(static_cast<int>(nearest));
    }
    return keyFrames;
}

KeyFrames keyFramesAtEqualIntervals(std::size_t pictures, int count) {
    if (pictures == 0 || count < 1)
        return {};
    return keyFramesByTime(pictures, intervalCentres(pictures, std::min(pictures, static_cast<std::size_t>(count))));
}

std::string_view nameOf(KeyFrameMethod method) {
    switch (method) {
    case KeyFrameMethod::KMedian:
        return "k-median";
    case KeyFrameMethod::Ds3:
        return "ds3";
    case KeyFrameMethod::KMeans:
        return "k-means";
    case KeyFrameMethod::EqualIntervals:
        return "equal-intervals";
    }
    return {};
}

} // namespace tagscope
