// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/crnn_layout.h"

namespace at {
class Tensor;
}

namespace tagscope {

// Whether pooledConvolution() can do a block: on the CPU, in float, double or bfloat16, with windows that are not huge.
[[nodiscard]] bool isPooledConvolutionFor(const CrnnBlock &block, const at::Tensor &input);

// A block of the CRNN with gradients, on the CPU: convolution, then max pooling, ReLU and dropout in one pass, of
// which one byte a pooled number is kept for the gradient instead of three copies of the convolution's output.
// clips x inputs x time x bands -> clips x channels x pooled time x pooled bands, channels last. Dropout draws its
// seed from LibTorch's generator. Throws c10::Error.
[[nodiscard]] at::Tensor pooledConvolution(const CrnnBlock &block, const at::Tensor &weight, const at::Tensor &bias,
                                           const at::Tensor &input, double dropout);

// Convolution without a bias, and max pooling, alone.
[[nodiscard]] at::Tensor pooledConvolution(const CrnnBlock &block, const at::Tensor &weight, const at::Tensor &input);

} // namespace tagscope
