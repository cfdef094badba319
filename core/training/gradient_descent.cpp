// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gradient_descent.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <cmath>

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

void descendByAdam(const std::vector<at::Tensor> &parameters, const std::vector<at::Tensor> &gradients,
                   const std::vector<at::Tensor> &momenta, const std::vector<at::Tensor> &squares, double weightDecay,
                   double learningRate, int step) {
    constexpr double kOfMomenta = 0.9;
    constexpr double kOfSquares = 0.999;
    constexpr double kEpsilon = 1e-8;
    const at::NoGradGuard noGrad;
    const double momentumShare = 1.0 - std::pow(kOfMomenta, step); // of the gradients seen, in the mean; the rest is 0
    const double squareShare = 1.0 - std::pow(kOfSquares, step);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].dim() > 1)
            parameters[i].mul_(1.0 - learningRate * weightDecay);
        momenta[i].mul_(kOfMomenta).add_(gradients[i], 1.0 - kOfMomenta);
        squares[i].mul_(kOfSquares).addcmul_(gradients[i], gradients[i], 1.0 - kOfSquares);
        const at::Tensor deviation = squares[i].sqrt().div_(std::sqrt(squareShare)).add_(kEpsilon);
        parameters[i].addcdiv_(momenta[i], deviation, -learningRate / momentumShare);
    }
}

} // namespace tagscope
