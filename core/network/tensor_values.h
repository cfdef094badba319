// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/tensor_contents.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tagscope {

// The tensor's values in row-major order as float. `bytes` begins with its first element and reaches to its last.
[[nodiscard]] std::vector<float> valuesAsFloat(const TensorInfo &tensor, const std::vector<std::int64_t> &strides,
                                               std::span<const std::byte> bytes);

} // namespace tagscope
