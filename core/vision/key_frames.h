// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace tagscope {

enum class KeyFrameMethod {
    KMedian,        // default: greedy facility location with swaps (PAM), certified by DS3's dual
    Ds3,            // the paper: the rows of the relaxed Z with the largest sums
    KMeans,         // what the paper argues against, for comparison: pictures nearest to the centres
    EqualIntervals, // likewise
};

enum class Ds3Norm { Two, Infinity };

struct KeyFrameOptions {
    KeyFrameMethod method = KeyFrameMethod::KMedian;
    int count = 4;                    // section 2.2.1
    Ds3Norm norm = Ds3Norm::Infinity; // ours: the LP relaxation of facility location
    double lambdaFraction = 0.1;      // of lambda_max; ours
    double gapTolerance = 1e-4;       // (primal - bound) / primal at which DS3 stops; ours
    double duplicateFraction = 0.02;  // pictures nearer than this share of the largest distance are one; ours
    bool certify = true;              // compute a bound for methods that have none of their own

    friend bool operator==(const KeyFrameOptions &, const KeyFrameOptions &) = default;
};

// Which pictures stand for the clip, and how well.
struct KeyFrames {
    std::vector<int> pictures;       // ascending; count of them, or all where there are fewer
    std::vector<int> representative; // for each picture, the position in `pictures` of its nearest key frame
    double cost = 0.0;               // sum over pictures of the distance to the nearest key frame
    double costBound = 0.0;          // no choice of as many key frames costs less; 0 where none was computed
    double lambda = 0.0;             // DS3 only, in units of the distances; 0 otherwise
    std::vector<float> rowSums;      // DS3 only: the sums of the rows of Z
    int iterations = 0;              // DS3 only

    [[nodiscard]] double gap() const; // (cost - costBound) / cost; 0 for cost 0
};

// Key frames from dissimilarities d(i, j), how badly picture i represents picture j: n x n, finite, >= 0.
// Deterministic. Defined for no picture, one, fewer than `count`, and identical ones.
// Errors: Inconsistent (not square, not finite, negative; count < 1), Cancelled.
[[nodiscard]] Result<KeyFrames> selectKeyFrames(const Matrix &dissimilarities, const KeyFrameOptions &options = {},
                                                std::stop_token stop = {});

// Of so many pictures in the order of time, of which nothing else is known: `count` in the middles of equal intervals,
// or all where there are fewer; each picture is represented by the key frame nearest in time. Cost and bound are 0.
[[nodiscard]] KeyFrames keyFramesAtEqualIntervals(std::size_t pictures, int count);
// Pictures (ascending, at least one) as the key frames of so many in the order of time, likewise.
[[nodiscard]] KeyFrames keyFramesByTime(std::size_t pictures, std::vector<int> chosen);

[[nodiscard]] std::string_view nameOf(KeyFrameMethod method); // "k-median", "ds3", "k-means", "equal-intervals"

} // namespace tagscope
