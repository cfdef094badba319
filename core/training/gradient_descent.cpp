// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gradient_descent.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace tagscope {

namespace {

void clipNorm(const std::vector<at::Tensor> &gradients, double most) {
    std::vector<at::Tensor> squares;
    for (const at::Tensor &gradient : gradients)
        squares.push_back(gradient.to(at::kDouble).square().sum());
    const double norm = std::sqrt(at::stack(squares).sum().item<double>()); // one wait for the device
    if (norm <= most)
        return;
    for (const at::Tensor &gradient : gradients)
        gradient.mul_(most / norm);
}

} // namespace

void clipGradients(const std::vector<at::Tensor> &gradients, GradientClipping clipping, double clipAt) {
    const at::NoGradGuard noGrad;
    if (clipping == GradientClipping::Norm)
        clipNorm(gradients, clipAt);
    if (clipping == GradientClipping::Value)
        for (const at::Tensor &gradient : gradients)
            gradient.clamp_(-clipAt, clipAt);
}

void descend(const std::vector<at::Tensor> &parameters, const std::vector<at::Tensor> &gradients,
             const std::vector<at::Tensor> &momenta, const TrainingSettings &settings, double learningRate) {
    const at::NoGradGuard noGrad;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        momenta[i].mul_(settings.momentum).add_(gradients[i]);
        const at::Tensor step = settings.isNesterov ? gradients[i].add(momenta[i], settings.momentum) : momenta[i];
        parameters[i].sub_(step, learningRate);
    }
}

} // namespace tagscope
