// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/crnn_layout.h"

#include <vector>

namespace at {
class Tensor;
}

// The forward pass of the CRNN as functions of its parameters, which are tensors in the order of
// crnnParameterShapes(). Under grad mode they can be differentiated; they run on whatever device their tensors are on.
// They throw c10::Error, and are for the folders that use LibTorch themselves.
namespace tagscope {

// clips x frames x bands -> the first block's input, clips x 1 x frames x bands, laid out as is fastest.
[[nodiscard]] at::Tensor crnnFirstInput(const at::Tensor &features);

// Convolution, ReLU, local max pooling, dropout. clips x channels x time x bands -> the same, pooled; the first
// block's input has one channel and is normalised.
[[nodiscard]] at::Tensor crnnBlockOutput(const CrnnLayout &layout, std::size_t block,
                                         const std::vector<at::Tensor> &parameters, const at::Tensor &input,
                                         bool isTraining);

// Convolution without a bias, and local max pooling, alone.
[[nodiscard]] at::Tensor crnnPooledConvolution(const CrnnLayout &layout, std::size_t block, const at::Tensor &weight,
                                               const at::Tensor &input);

// The last block's output -> bidirectional GRU, dropout, linear: clips x steps x events, logits.
[[nodiscard]] at::Tensor crnnHeadLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters,
                                        const at::Tensor &input, bool isTraining);

// All of it: clips x frames x bands, normalised -> clips x steps x events, logits.
[[nodiscard]] at::Tensor crnnStepLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters,
                                        const at::Tensor &input, bool isTraining);

} // namespace tagscope
