// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/crnn_layout.h"
#include "core/network/tensor_file.h"

#include <string>
#include <vector>

namespace at {
class Tensor;
}

// Batch normalisation (Ioffe and Szegedy, 2015) of what a block's convolution and pooling give, before the ReLU:
// (x - mean) / deviation + bias, by channel, the bias being the convolution's. Nothing is scaled by a number that is
// learnt, and could be negative, so that maximum and normalisation change places: what was learnt is an ordinary CRNN
// of other weights, and neither its file nor what runs it knows of the normalisation. LibTorch's exceptions leave these
// functions.
namespace tagscope {

// Means and variances of the blocks: 0 and 1 at first; then moved by a tenth towards those of each group that is
// learnt. Two tensors a block, on the parameters' device.
[[nodiscard]] std::vector<at::Tensor> firstBlockStatistics(const CrnnLayout &layout,
                                                           const std::vector<at::Tensor> &parameters);
// "mean.0", "variance.0", "mean.1", …
[[nodiscard]] std::vector<std::string> blockStatisticNames(const CrnnLayout &layout);

// As crnnStepLogits() while training, normalised by the clips' own figures, which move `statistics`. `convolutions`:
// the parameters in the type that convolutions are computed in; they alone are used of it.
[[nodiscard]] at::Tensor normalisedStepLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters,
                                              const std::vector<at::Tensor> &convolutions,
                                              const std::vector<at::Tensor> &statistics, const at::Tensor &input);

// Parameters of the ordinary CRNN that gives what the normalised one gives by these statistics.
[[nodiscard]] std::vector<at::Tensor> foldedParameters(const CrnnLayout &layout,
                                                       const std::vector<at::Tensor> &parameters,
                                                       const std::vector<at::Tensor> &statistics);
// The same of a checkpoint's tensors, which are in the order of crnnParameterShapes() and blockStatisticNames().
[[nodiscard]] std::vector<NamedTensor> foldedParameters(const CrnnLayout &layout,
                                                        const std::vector<NamedTensor> &parameters,
                                                        const std::vector<NamedTensor> &statistics);

} // namespace tagscope
