// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/network/tensor_file.h"
#include "core/network/weight_reader.h"

#include <array>
#include <exception>
#include <string>
#include <vector>

namespace at {
class Tensor;
}

// What the networks share of LibTorch, declared without its headers, which are slow to compile.
namespace tagscope {

// An owning float tensor on the CPU. 4-dimensional ones are laid out channels-last, in which convolutions are fastest.
[[nodiscard]] at::Tensor tensorOf(const std::vector<float> &values, const TensorShape &shape);
[[nodiscard]] NamedTensor namedTensor(std::string name, const at::Tensor &tensor); // a copy, row-major

// How a convolution moves over its input: rows and columns.
struct ConvolutionGeometry {
    std::array<int, 2> stride{1, 1};
    std::array<int, 2> padding{0, 0};
};

// pictures x channels x rows x columns -> the same with the weight's output channels. For inference only.
[[nodiscard]] at::Tensor convolve(const at::Tensor &input, const at::Tensor &weight, const at::Tensor &bias,
                                  const ConvolutionGeometry &geometry);
// n x inputs, outputs x inputs, outputs -> n x outputs. For inference only.
[[nodiscard]] at::Tensor multiply(const at::Tensor &rows, const at::Tensor &weight, const at::Tensor &bias);

// Makes the thread counts of setNetworkThreads() hold for operations of the calling thread as well.
void prepareNetworkThread();

// The Error of an exception that LibTorch threw.
[[nodiscard]] Error torchError(const std::string &network, const std::exception &exception);

// Runs a network's operations; what LibTorch throws ends here, as an Error.
template <class Operation>
auto caught(const std::string &network, Operation &&operation) -> decltype(operation()) {
    try {
        prepareNetworkThread();
        return operation();
    } catch (const std::exception &exception) {
        return tl::unexpected(torchError(network, exception));
    }
}

} // namespace tagscope
