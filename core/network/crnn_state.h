// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/crnn.h"

#include <vector>

namespace at {
class Tensor;
}

namespace tagscope {

// For the files that implement Crnn, after LibTorch's own headers.
struct Crnn::State {
    CrnnDescription description;
    std::vector<at::Tensor> parameters; // in the order of crnnParameterShapes(); made for inference alone
};

} // namespace tagscope
