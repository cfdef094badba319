// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/torch_bridge.h"
#include "core/network/weight_reader.h"

#include <string>
#include <vector>

namespace tagscope {

// The structure of Inception-v4 (Szegedy et al. 2016, arXiv 1602.07261, figures 3 to 9) under timm's names. A file's
// network has the widths of its tensors; those of the published one are for making networks.

// A convolution with batch normalisation and ReLU; its tensors are <name>.conv.weight and <name>.bn.*.
struct ConvolutionPlan {
    std::string name;
    int channels = 0; // of the published network
    int kernelRows = 1;
    int kernelColumns = 1;
    ConvolutionGeometry geometry;
};

enum class InceptionPool {
    None,
    Maximum, // 3 x 3, stride 2, no padding
    Average  // 3 x 3, stride 1, padding that does not count
};

// First the pool, then the chain, then the forks side by side on the chain's output.
struct InceptionBranch {
    InceptionPool pool = InceptionPool::None;
    std::vector<ConvolutionPlan> chain;
    std::vector<ConvolutionPlan> forks;
};

// The branches see the same input; their outputs are put together in this order, channel after channel.
using InceptionBlock = std::vector<InceptionBranch>;

[[nodiscard]] std::vector<InceptionBlock> inceptionV4Plan();

} // namespace tagscope
