// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/vision/key_frames.h"

#include <stop_token>
#include <vector>

namespace tagscope {

// What the paper's procedure says of each picture.
struct Ds3Rows {
    std::vector<float>
        sums; // of the rows of Z, each column counted as often as it stands for a picture; 0 for duplicates
    double lambda = 0.0;
    int iterations = 0;
};

// DS3 with near-duplicates collapsed into the earliest of them. Takes validated dissimilarities of at least one
// picture.
[[nodiscard]] Result<Ds3Rows> ds3Rows(const Matrix &dissimilarities, const KeyFrameOptions &options,
                                      const std::stop_token &stop);

// The pictures with the largest sums, largest first, ties to the earlier; at most `count`, none that represents
// nothing.
[[nodiscard]] std::vector<int> largestRows(const std::vector<float> &sums, std::size_t count);

} // namespace tagscope
