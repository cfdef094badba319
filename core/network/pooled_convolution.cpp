// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/pooled_convolution.h"

#include "core/network/general_path.h"
#include "core/network/rectified_pooling.h"

#include <ATen/ATen.h>
#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <torch/csrc/autograd/custom_function.h>

namespace tagscope {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

constexpr auto kChannelsLast = at::MemoryFormat::ChannelsLast;

PoolGeometry geometryOf(const CrnnBlock &block, at::IntArrayRef sizes, bool rectifies = true) {
    return {static_cast<std::size_t>(sizes[2]),        static_cast<std::size_t>(sizes[3]),
            static_cast<std::size_t>(sizes[1]),        static_cast<std::size_t>(block.poolTime),
            static_cast<std::size_t>(block.poolBands), rectifies};
}

// Calls `work(clip, row)` for each row of windows of each clip, on several threads.
template <class Work>
void forEachPooledRow(std::int64_t clips, const PoolGeometry &geometry, const Work &work) {
    const std::size_t rows = geometry.pooledRows();
    at::parallel_for(0, clips * static_cast<std::int64_t>(rows), 16, [&](std::int64_t first, std::int64_t end) {
        for (auto index = static_cast<std::size_t>(first); index < static_cast<std::size_t>(end); ++index)
            work(index / rows, index % rows);
    });
}

// The rows of a clip of `tensor` that a row of windows covers.
template <class Real>
std::span<Real> windowsOf(const at::Tensor &tensor, const PoolGeometry &geometry, std::size_t clip, std::size_t row) {
    const std::size_t rowSize = geometry.columns * geometry.channels;
    const std::size_t first = clip * geometry.rows + row * geometry.poolRows;
    return {tensor.data_ptr<Real>() + first * rowSize, geometry.poolRows * rowSize};
}

template <class Real>
std::span<Real> pooledRowOf(const at::Tensor &tensor, const PoolGeometry &geometry, std::size_t clip, std::size_t row) {
    return {tensor.data_ptr<Real>() + (clip * geometry.pooledRows() + row) * geometry.pooledRowSize(),
            geometry.pooledRowSize()};
}

at::Tensor pool(const PoolGeometry &geometry, const Dropout &dropout, const at::Tensor &convolved,
                const at::Tensor &winners) {
    const at::Tensor pooled = at::empty(winners.sizes(), convolved.options(), kChannelsLast);
    AT_DISPATCH_FLOATING_TYPES_AND(at::kBFloat16, convolved.scalar_type(), "pool", [&] {
        forEachPooledRow(convolved.size(0), geometry, [&](std::size_t clip, std::size_t row) {
            const std::uint64_t position = (clip * geometry.pooledRows() + row) * geometry.pooledRowSize();
            poolRow<scalar_t>(geometry, dropout, position, windowsOf<scalar_t>(convolved, geometry, clip, row),
                              pooledRowOf<scalar_t>(pooled, geometry, clip, row),
                              pooledRowOf<std::uint8_t>(winners, geometry, clip, row));
        });
    });
    return pooled;
}

at::Tensor poolGradient(const PoolGeometry &geometry, float scale, const at::Tensor &gradient,
                        const at::Tensor &winners) {
    const auto rows = static_cast<std::int64_t>(geometry.rows);
    const auto columns = static_cast<std::int64_t>(geometry.columns);
    const at::Tensor made =
        at::empty({gradient.size(0), gradient.size(1), rows, columns}, gradient.options(), kChannelsLast);
    const auto left = static_cast<std::int64_t>(geometry.rows % geometry.poolRows);
    made.narrow(2, rows - left, left).zero_();
    AT_DISPATCH_FLOATING_TYPES_AND(at::kBFloat16, gradient.scalar_type(), "poolGradient", [&] {
        forEachPooledRow(gradient.size(0), geometry, [&](std::size_t clip, std::size_t row) {
            poolRowGradient<scalar_t>(geometry, scale, pooledRowOf<scalar_t>(gradient, geometry, clip, row),
                                      pooledRowOf<std::uint8_t>(winners, geometry, clip, row),
                                      windowsOf<scalar_t>(made, geometry, clip, row));
        });
    });
    return made;
}

class PooledConvolution : public torch::autograd::Function<PooledConvolution> {
public:
    static Variable forward(AutogradContext *context, const Variable &input, const Variable &weight,
                            const Variable &bias, const CrnnBlock &block, const Dropout &dropout, bool rectifies) {
        const int padding = block.kernel / 2;
        const at::Tensor convolved =
            at::conv2d(input, weight, bias, {1, 1}, {padding, padding}).contiguous(kChannelsLast);
        const PoolGeometry geometry = geometryOf(block, convolved.sizes(), rectifies);
        const at::Tensor winners =
            at::empty({convolved.size(0), convolved.size(1), static_cast<std::int64_t>(geometry.pooledRows()),
                       static_cast<std::int64_t>(geometry.pooledColumns())},
                      convolved.options().dtype(at::kByte), kChannelsLast);
        context->save_for_backward({input, weight, winners});
        context->saved_data["poolTime"] = block.poolTime;
        context->saved_data["poolBands"] = block.poolBands;
        context->saved_data["scale"] = static_cast<double>(dropout.scale());
        return pool(geometry, dropout, convolved, winners);
    }

    static variable_list backward(AutogradContext *context, const variable_list &gradients) {
        const variable_list saved = context->get_saved_variables();
        const at::Tensor &input = saved[0];
        const at::Tensor &weight = saved[1];
        CrnnBlock block;
        block.poolTime = static_cast<int>(context->saved_data["poolTime"].toInt());
        block.poolBands = static_cast<int>(context->saved_data["poolBands"].toInt());
        const std::int64_t padding = weight.size(2) / 2;
        const PoolGeometry geometry = geometryOf(block, {input.size(0), weight.size(0), input.size(2), input.size(3)});
        const at::Tensor byConvolved =
            poolGradient(geometry, static_cast<float>(context->saved_data["scale"].toDouble()),
                         gradients[0].contiguous(kChannelsLast), saved[2]);
        const auto [byInput, byWeight, byBias] = at::convolution_backward(
            byConvolved, input, weight, at::IntArrayRef{weight.size(0)}, {1, 1}, {padding, padding}, {1, 1}, false,
            {0, 0}, 1, {context->needs_input_grad(0), context->needs_input_grad(1), context->needs_input_grad(2)});
        return {byInput, byWeight, byBias, at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

} // namespace

bool isPooledConvolutionFor(const CrnnBlock &block, const at::Tensor &input) {
    const at::ScalarType type = input.scalar_type();
    const bool isKnown = type == at::kFloat || type == at::kDouble || type == at::kBFloat16;
    const auto window = static_cast<std::size_t>(block.poolTime) * static_cast<std::size_t>(block.poolBands);
    return hasOwnKernels(input) && isKnown && window <= kLargestPool;
}

at::Tensor pooledConvolution(const CrnnBlock &block, const at::Tensor &weight, const at::Tensor &bias,
                             const at::Tensor &input, double dropout) {
    constexpr std::int64_t kSeeds = std::numeric_limits<std::int64_t>::max();
    const std::int64_t seed = dropout > 0.0 ? at::randint(kSeeds, {1}, at::kLong).item<std::int64_t>() : 0;
    return PooledConvolution::apply(input, weight, bias, block, Dropout::of(dropout, static_cast<std::uint64_t>(seed)),
                                    true);
}

at::Tensor pooledConvolution(const CrnnBlock &block, const at::Tensor &weight, const at::Tensor &input) {
    const at::Tensor noBias = at::zeros({weight.size(0)}, weight.options().requires_grad(false));
    return PooledConvolution::apply(input, weight, noBias, block, Dropout(), false);
}

} // namespace tagscope
