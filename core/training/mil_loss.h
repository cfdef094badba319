// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace at {
class Tensor;
}

namespace tagscope {

// Clip logits by the max over steps (section 3.1 of the paper; the sigmoid is monotonic, so the max of the logits is
// the logit of the max): clips x steps x events -> clips x events. Gradient reaches one step a clip and event, the
// first of the maximal ones.
[[nodiscard]] at::Tensor clipLogits(const at::Tensor &stepLogits);

// Binary cross entropy of clip logits against labels of 0 and 1, summed over clips and events. Differentiable.
[[nodiscard]] at::Tensor summedCrossEntropy(const at::Tensor &logits, const at::Tensor &labels);

} // namespace tagscope
