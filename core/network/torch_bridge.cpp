// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/torch_bridge.h"

#include "core/network/image_networks.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <utility>

namespace tagscope {

at::Tensor tensorOf(const std::vector<float> &values, const TensorShape &shape) {
    at::Tensor tensor = at::empty(shape, at::kFloat);
    TORCH_CHECK(tensor.numel() == static_cast<std::int64_t>(values.size()), "values do not fill the shape");
    std::copy(values.begin(), values.end(), tensor.data_ptr<float>());
    return shape.size() == 4 ? tensor.contiguous(at::MemoryFormat::ChannelsLast) : tensor;
}

NamedTensor namedTensor(std::string name, const at::Tensor &tensor) {
    const at::Tensor rowMajor = tensor.contiguous();
    const float *first = rowMajor.data_ptr<float>();
    return {std::move(name), tensor.sizes().vec(), {first, first + rowMajor.numel()}};
}

// oneDNN by name: for a 1 x 1 kernel on one thread at::conv2d chooses matrix multiplication by BLAS, and Debian's
// default BLAS is the reference one, which makes Inception-v4 ten times slower.
at::Tensor convolve(const at::Tensor &input, const at::Tensor &weight, const at::Tensor &bias,
                    const ConvolutionGeometry &geometry) {
    const std::array<std::int64_t, 2> stride{geometry.stride[0], geometry.stride[1]};
    const std::array<std::int64_t, 2> padding{geometry.padding[0], geometry.padding[1]};
    const std::array<std::int64_t, 2> dilation{1, 1};
    if (!at::hasMKLDNN())
        return at::conv2d(input, weight, bias, stride, padding, dilation, 1);
    return at::mkldnn_convolution(input, weight, bias, padding, stride, dilation, 1);
}

// As a 1 x 1 convolution, for the same reason.
at::Tensor multiply(const at::Tensor &rows, const at::Tensor &weight, const at::Tensor &bias) {
    const at::Tensor asPixels = rows.t().view({1, rows.size(1), 1, rows.size(0)});
    const at::Tensor kernel = weight.view({weight.size(0), weight.size(1), 1, 1});
    return convolve(asPixels, kernel, bias, {}).view({weight.size(0), rows.size(0)}).t().contiguous();
}

void prepareNetworkThread() {
    at::init_num_threads();
}

void setNetworkThreads(int threads) {
    at::set_num_threads(std::max(1, threads));
}

Error torchError(const std::string &network, const std::exception &exception) {
    const auto *ofTorch = dynamic_cast<const c10::Error *>(&exception);
    return {Error::Kind::Internal,
            {"network.torch_failed", network},
            ofTorch != nullptr ? ofTorch->what_without_backtrace() : exception.what()};
}

} // namespace tagscope
