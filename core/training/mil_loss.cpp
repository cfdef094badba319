// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/mil_loss.h"

#include <ATen/ATen.h>

namespace tagscope {

at::Tensor clipLogits(const at::Tensor &stepLogits) {
    constexpr std::int64_t kSteps = 1;
    // at::amax would share the gradient out among equal steps.
    return std::get<0>(stepLogits.max(kSteps));
}

at::Tensor summedCrossEntropy(const at::Tensor &logits, const at::Tensor &labels) {
    return at::binary_cross_entropy_with_logits(logits, labels, {}, {}, at::Reduction::Sum);
}

} // namespace tagscope
