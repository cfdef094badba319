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

// One step of Adam with decoupled weight decay, in place, as torch.optim.AdamW defines it with its own betas and
// epsilon; `step` counts from 1. What has one dimension, as biases have, does not decay.
//   m <- 0.9 m + 0.1 g;  v <- 0.999 v + 0.001 g^2;
//   p <- p (1 - rate decay) - rate m / (1 - 0.9^step) / (sqrt(v / (1 - 0.999^step)) + 1e-8)
void descendByAdam(const std::vector<at::Tensor> &parameters, const std::vector<at::Tensor> &gradients,
                   const std::vector<at::Tensor> &momenta, const std::vector<at::Tensor> &squares, double weightDecay,
                   double learningRate, int step);

} // namespace tagscope
