// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tagscope {

// Metadata of a PyTorch checkpoint that holds more than one set of weights: which was read, and the others' names.
inline constexpr std::string_view kWeightsTaken = "tagscope.weights_taken";
inline constexpr std::string_view kOtherWeights = "tagscope.other_weights";

} // namespace tagscope
