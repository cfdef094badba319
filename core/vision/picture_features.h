// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/rgb_image.h"
#include "core/network/image_networks.h"

#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// A 224 x 224 picture as AlexNet wants it: 3 x 224 x 224, (x / 255 - mean) / deviation with ImageNet's statistics.
// The whole picture is squeezed to the square, so that nothing at its sides is lost (ours: the paper is silent).
[[nodiscard]] std::vector<float> alexNetInput(const RgbImage &picture224);

// Any picture as Inception-v4 wants it: shorter side to 341 = 299 / 0.875 with an antialiased bicubic filter (as
// Pillow's), centre 299 x 299, x / 127.5 - 1. 3 x 299 x 299.
[[nodiscard]] std::vector<float> inceptionInput(const RgbImage &picture);

// Euclidean distances between the rows of `features` (n x d) -> n x n, symmetric, zero diagonal. Centred Gram matrix;
// small distances are recomputed directly, where the Gram form loses its digits.
// Errors: Cancelled.
[[nodiscard]] Result<Matrix> pairwiseDistances(const Matrix &features, std::stop_token stop = {});

} // namespace tagscope
