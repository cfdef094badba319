// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn_graph.h"

#include "core/network/general_path.h"
#include "core/network/gru_layer.h"
#include "core/network/pooled_convolution.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <span>

namespace tagscope {

namespace {

constexpr std::size_t kTensorsOfBlock = 2;      // weight and bias
constexpr std::size_t kTensorsPerDirection = 4; // input and recurrent weight, input and recurrent bias

// LibTorch's own, for devices that have a fast one.
at::Tensor gruOfLibTorch(const std::vector<at::Tensor> &parameters, std::size_t first, const at::Tensor &input,
                         bool isTraining) {
    const at::Tensor start = at::zeros({2, input.size(0), parameters[first + 1].size(1)}, input.options());
    const auto begin = parameters.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<at::Tensor> weights(begin, begin + 2 * static_cast<std::ptrdiff_t>(kTensorsPerDirection));
    constexpr bool kHasBiases = true;
    constexpr std::int64_t kLayers = 1;
    constexpr double kDropoutBetweenLayers = 0.0;
    constexpr bool kIsBidirectional = true;
    constexpr bool kIsBatchFirst = true;
    return std::get<0>(at::gru(input, start, weights, kHasBiases, kLayers, kDropoutBetweenLayers, isTraining,
                               kIsBidirectional, kIsBatchFirst));
}

} // namespace

at::Tensor crnnBlockOutput(const CrnnLayout &layout, std::size_t block, const std::vector<at::Tensor> &parameters,
                           const at::Tensor &input, bool isTraining) {
    const CrnnBlock &plan = layout.blocks[block];
    if (at::GradMode::is_enabled() && isPooledConvolutionFor(plan, input))
        return pooledConvolution(plan, parameters[kTensorsOfBlock * block], parameters[kTensorsOfBlock * block + 1],
                                 input, isTraining ? layout.dropout : 0.0);
    const int padding = plan.kernel / 2;
    const at::Tensor convolved = at::conv2d(input, parameters[kTensorsOfBlock * block],
                                            parameters[kTensorsOfBlock * block + 1], {1, 1}, {padding, padding});
    // ReLU and maximum commute; in this order there is less to rectify.
    const at::Tensor pooled = at::max_pool2d(convolved, {plan.poolTime, plan.poolBands}).relu();
    return at::dropout(pooled, layout.dropout, isTraining);
}

at::Tensor crnnPooledConvolution(const CrnnLayout &layout, std::size_t block, const at::Tensor &weight,
                                 const at::Tensor &input) {
    const CrnnBlock &plan = layout.blocks[block];
    if (at::GradMode::is_enabled() && isPooledConvolutionFor(plan, input))
        return pooledConvolution(plan, weight, input);
    const int padding = plan.kernel / 2;
    return at::max_pool2d(at::conv2d(input, weight, {}, {1, 1}, {padding, padding}), {plan.poolTime, plan.poolBands});
}

at::Tensor crnnHeadLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters, const at::Tensor &input,
                          bool isTraining) {
    const std::size_t gru = kTensorsOfBlock * layout.blocks.size();
    const std::size_t linear = gru + 2 * kTensorsPerDirection;
    const at::Tensor steps = input.permute({0, 2, 1, 3}).flatten(2); // clips x steps x (channels x bands)
    const at::Tensor hidden =
        hasOwnKernels(steps) ? bidirectionalGru(std::span(parameters).subspan(gru, 2 * kTensorsPerDirection), steps)
                             : gruOfLibTorch(parameters, gru, steps, isTraining);
    return at::linear(at::dropout(hidden, layout.dropout, isTraining), parameters[linear], parameters[linear + 1]);
}

at::Tensor crnnFirstInput(const at::Tensor &features) {
    // contiguous() takes a single channel for channels-last whatever its strides are, and the convolution goes by them.
    const at::Tensor rows = features.contiguous();
    const std::int64_t clip = rows.size(1) * rows.size(2);
    return rows.as_strided({rows.size(0), 1, rows.size(1), rows.size(2)}, {clip, 1, rows.size(2), 1});
}

at::Tensor crnnStepLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters, const at::Tensor &input,
                          bool isTraining) {
    at::Tensor x = crnnFirstInput(input);
    for (std::size_t block = 0; block < layout.blocks.size(); ++block)
        x = crnnBlockOutput(layout, block, parameters, x, isTraining);
    return crnnHeadLogits(layout, parameters, x, isTraining);
}

} // namespace tagscope
