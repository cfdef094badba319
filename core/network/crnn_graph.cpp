#include "core/network/crnn_graph.h"

#include "core/network/gru_recurrence.h"
#include "core/network/torch_bridge.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace tagscope {

namespace {

constexpr std::size_t kTensorsOfBlock = 2;     // weight and bias
constexpr std::size_t kTensorsOfDirection = 4; // input and recurrent weight, input and recurrent bias

std::span<const float> valuesOf(const at::Tensor &tensor) {
    return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

// Input products of all steps at once by oneDNN, then the recurrence in plain code. at::gru multiplies by BLAS, which
// takes most of the CRNN's time where BLAS is the reference one.
at::Tensor inferGru(const std::vector<at::Tensor> &parameters, std::size_t first, const at::Tensor &input) {
    const std::int64_t clips = input.size(0);
    const std::int64_t steps = input.size(1);
    const std::int64_t units = parameters[first + 1].size(1);
    const at::Tensor output = at::empty({clips, steps, 2 * units}, at::kFloat);
    const at::Tensor rows = input.reshape({clips * steps, input.size(2)});
    for (std::size_t side = 0; side < 2; ++side) {
        const at::Tensor *of = parameters.data() + first + side * kTensorsOfDirection;
        const at::Tensor projected = multiply(rows, of[0], of[2]).view({clips, steps, 3 * units});
        for (std::int64_t clip = 0; clip < clips; ++clip) {
            const GruDirection direction{static_cast<std::size_t>(units), valuesOf(projected[clip]), valuesOf(of[1]),
                                         valuesOf(of[3]), side == 1};
            const auto offset = side * static_cast<std::size_t>(units);
            const std::span<float> target(output[clip].data_ptr<float>(), static_cast<std::size_t>(steps * 2 * units));
            runGru(direction, target.subspan(offset), static_cast<std::size_t>(2 * units));
        }
    }
    return output;
}

at::Tensor differentiableGru(const std::vector<at::Tensor> &parameters, std::size_t first, const at::Tensor &input,
                             bool isTraining) {
    const at::Tensor start = at::zeros({2, input.size(0), parameters[first + 1].size(1)}, input.options());
    const auto begin = parameters.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<at::Tensor> weights(begin, begin + 2 * static_cast<std::ptrdiff_t>(kTensorsOfDirection));
    constexpr bool kHasBiases = true;
    constexpr std::int64_t kLayers = 1;
    constexpr double kDropoutBetweenLayers = 0.0;
    constexpr bool kIsBidirectional = true;
    constexpr bool kIsBatchFirst = true;
    return std::get<0>(at::gru(input, start, weights, kHasBiases, kLayers, kDropoutBetweenLayers, isTraining,
                               kIsBidirectional, kIsBatchFirst));
}

} // namespace

at::Tensor crnnBlockOutput(const CrnnLayout &layout, std::size_t block, const std::vector<at::Tensor> &parameters,
                           const at::Tensor &input, bool isTraining) {
    const CrnnBlock &plan = layout.blocks[block];
    const int padding = plan.kernel / 2;
    const at::Tensor convolved = at::conv2d(input, parameters[kTensorsOfBlock * block],
                                            parameters[kTensorsOfBlock * block + 1], {1, 1}, {padding, padding});
    // ReLU and maximum commute; in this order there is less to rectify.
    const at::Tensor pooled = at::max_pool2d(convolved, {plan.poolTime, plan.poolBands}).relu();
    return at::dropout(pooled, layout.dropout, isTraining);
}

at::Tensor crnnHeadLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters, const at::Tensor &input,
                          bool isTraining) {
    const std::size_t gru = kTensorsOfBlock * layout.blocks.size();
    const std::size_t linear = gru + 2 * kTensorsOfDirection;
    const at::Tensor steps = input.permute({0, 2, 1, 3}).flatten(2); // clips x steps x (channels x bands)
    const bool isPlain = !at::GradMode::is_enabled() && steps.device().is_cpu() && steps.scalar_type() == at::kFloat;
    const at::Tensor hidden =
        isPlain ? inferGru(parameters, gru, steps) : differentiableGru(parameters, gru, steps, isTraining);
    return at::linear(at::dropout(hidden, layout.dropout, isTraining), parameters[linear], parameters[linear + 1]);
}

at::Tensor crnnStepLogits(const CrnnLayout &layout, const std::vector<at::Tensor> &parameters, const at::Tensor &input,
                          bool isTraining) {
    at::Tensor x = input.unsqueeze(1).contiguous(at::MemoryFormat::ChannelsLast);
    for (std::size_t block = 0; block < layout.blocks.size(); ++block)
        x = crnnBlockOutput(layout, block, parameters, x, isTraining);
    return crnnHeadLogits(layout, parameters, x, isTraining);
}

} // namespace tagscope
