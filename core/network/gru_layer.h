// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace at {
class Tensor;
}

namespace tagscope {

// A bidirectional GRU layer on the CPU, float or double, with or without gradients. `parameters`: the eight of
// crnnParameterShapes(), from gru.weight_ih_l0 on. clips x steps x inputs -> clips x steps x 2 units, the forward
// direction's first. As at::gru, which multiplies by BLAS: where that is the reference one, it takes a third of the
// time of training. Input products of all steps are taken at once by oneDNN, the recurrence is plain code.
// Throws c10::Error.
[[nodiscard]] at::Tensor bidirectionalGru(std::span<const at::Tensor> parameters, const at::Tensor &input);

} // namespace tagscope
