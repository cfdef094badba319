// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/crnn_layout.h"
#include "core/network/tensor_file.h"

#include <cstdint>
#include <vector>

namespace tagscope {

// First values of the parameters, in the order of crnnParameterShapes(), as Keras (the tool of the paper) starts its
// layers: Xavier-uniform weights (Glorot and Bengio 2010), orthogonal recurrent weights for each gate, zero biases.
// The layout must be valid. The same from the same seed.
[[nodiscard]] std::vector<NamedTensor> crnnInitialParameters(const CrnnLayout &layout, std::uint64_t seed);

} // namespace tagscope
