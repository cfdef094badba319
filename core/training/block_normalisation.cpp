// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/block_normalisation.h"

#include "core/network/crnn_graph.h"
#include "core/network/torch_bridge.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <cstddef>

namespace tagscope {
namespace {

constexpr double kStatisticsRate = 0.1; // PyTorch's own, and its smallest variance
constexpr double kLeastVariance = 1e-5;
constexpr std::size_t kTensorsOfNormalised = 2; // weight and bias, mean and variance

} // namespace

std::vector<at::Tensor> firstBlockStatistics(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters) {
    std::vector<at::Tensor> statistics;
    for (std::size_t block = 0; block < layout.blocks.size(); ++block) {
        const at::Tensor bias = parameters[kTensorsOfNormalised * block + 1].detach();
        statistics.push_back(at::zeros_like(bias));
        statistics.push_back(at::ones_like(bias));
    }
    return statistics;
}

std::vector<std::string> blockStatisticNames(const CrnnLayout &layout) {
    std::vector<std::string> names;
    for (std::size_t block = 0; block < layout.blocks.size(); ++block)
        for (const char *name : {"mean.", "variance."})
            names.push_back(name + std::to_string(block));
    return names;
}

at::Tensor normalisedStepLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters,
                                const std::vector<at::Tensor> &convolutions, const std::vector<at::Tensor> &statistics,
                                const at::Tensor &input) {
    constexpr bool kIsTraining = true;
    constexpr bool kUsesCudnn = false;
    at::Tensor x = crnnFirstInput(input.to(convolutions.front().scalar_type()));
    for (std::size_t block = 0; block < layout.blocks.size(); ++block) {
        const std::size_t first = kTensorsOfNormalised * block;
        const at::Tensor pooled = crnnPooledConvolution(layout, block, convolutions[first], x).to(at::kFloat);
        const at::Tensor normalised =
            at::batch_norm(pooled, {}, parameters[first + 1], statistics[first], statistics[first + 1], kIsTraining,
                           kStatisticsRate, kLeastVariance, kUsesCudnn);
        x = at::dropout(normalised.relu(), layout.dropout, kIsTraining).to(x.scalar_type());
    }
    return crnnHeadLogits(layout, parameters, x.to(at::kFloat), kIsTraining);
}

std::vector<at::Tensor> foldedParameters(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters,
                                         const std::vector<at::Tensor> &statistics) {
    const at::NoGradGuard noGrad;
    std::vector<at::Tensor> folded = parameters;
    for (std::size_t block = 0; block < layout.blocks.size(); ++block) {
        const std::size_t first = kTensorsOfNormalised * block;
        const at::Tensor scale = statistics[first + 1].add(kLeastVariance).rsqrt();
        folded[first] = parameters[first].mul(scale.view({-1, 1, 1, 1}));
        folded[first + 1] = parameters[first + 1].sub(statistics[first].mul(scale));
    }
    return folded;
}

std::vector<NamedTensor> foldedParameters(const CrnnLayout &layout, const std::vector<NamedTensor> &parameters,
                                          const std::vector<NamedTensor> &statistics) {
    const auto tensorsOf = [](const std::vector<NamedTensor> &named) {
        std::vector<at::Tensor> tensors;
        for (const NamedTensor &tensor : named)
            tensors.push_back(tensorOf(tensor.values, tensor.shape));
        return tensors;
    };
    const std::vector<at::Tensor> folded = foldedParameters(layout, tensorsOf(parameters), tensorsOf(statistics));
    std::vector<NamedTensor> made;
    for (std::size_t i = 0; i < folded.size(); ++i)
        made.push_back(namedTensor(parameters[i].name, folded[i]));
    return made;
}

} // namespace tagscope
