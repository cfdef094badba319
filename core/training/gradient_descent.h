// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_settings.h"

#include <vector>

namespace at {
class Tensor;
}

namespace tagscope {

// Limits the parameters' gradients in place: each number to [-clipAt, clipAt], or all by one factor so that their
// global norm is at most clipAt.
void clipGradients(const std::vector<at::Tensor> &gradients, GradientClipping clipping, double clipAt);

// One step of stochastic gradient descent with momentum, in place, as torch.optim.SGD defines it:
//   m <- momentum m + g;  p <- p - rate (g + momentum m) with Nesterov's momentum, p - rate m without.
void descend(const std::vector<at::Tensor> &parameters, const std::vector<at::Tensor> &gradients,
             const std::vector<at::Tensor> &momenta, const TrainingSettings &settings, double learningRate);

} // namespace tagscope
