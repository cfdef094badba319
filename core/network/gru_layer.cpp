// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/gru_layer.h"

#include "core/network/gru_recurrence.h"
#include "core/network/torch_bridge.h"

#include <ATen/ATen.h>
#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>
#include <cstddef>
#include <cstdint>
#include <torch/csrc/autograd/custom_function.h>
#include <vector>

namespace tagscope {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

constexpr std::size_t kTensorsOfDirection = 4; // input and recurrent weight, input and recurrent bias
constexpr std::size_t kDirections = 2;

template <class Real>
std::span<Real> valuesOf(const at::Tensor &tensor) {
    return {tensor.data_ptr<Real>(), static_cast<std::size_t>(tensor.numel())};
}

// rows x n, others x n -> rows x others.
at::Tensor productWithTransposed(const at::Tensor &rows, const at::Tensor &others) {
    if (rows.scalar_type() != at::kFloat)
        return rows.mm(others.t());
    return multiply(rows, others, at::zeros({others.size(0)}, rows.options()));
}

// The parameters of one direction, and its tensors of one pass.
struct Side {
    at::Tensor inputWeight;     // 3 units x inputs
    at::Tensor recurrentWeight; // 3 units x units
    at::Tensor inputBias;       // 3 units
    at::Tensor recurrentBias;   // 3 units
};

Side sideOf(std::span<const at::Tensor> parameters, std::size_t side) {
    const auto own = parameters.subspan(side * kTensorsOfDirection, kTensorsOfDirection);
    return {own[0].contiguous(), own[1].contiguous(), own[2].contiguous(), own[3].contiguous()};
}

template <class Real>
GruDirection<Real> directionOf(const Side &side, std::size_t index, const at::Tensor &projectedOfClip) {
    return {static_cast<std::size_t>(side.recurrentWeight.size(1)), valuesOf<Real>(projectedOfClip),
            valuesOf<Real>(side.recurrentWeight), valuesOf<Real>(side.recurrentBias), index == 1};
}

// Calls `work(clip)` for each, on several threads.
template <class Work>
void forEachClip(std::int64_t clips, const Work &work) {
    at::parallel_for(0, clips, 1, [&](std::int64_t first, std::int64_t end) {
        for (std::int64_t clip = first; clip < end; ++clip)
            work(clip);
    });
}

// Writes a direction's half of `output`, clips x steps x 2 units; answers projected inputs and, if wanted, the trace.
std::pair<at::Tensor, at::Tensor> runSide(const Side &side, std::size_t index, const at::Tensor &input,
                                          const at::Tensor &output, bool wantsTrace) {
    const std::int64_t clips = input.size(0);
    const std::int64_t steps = input.size(1);
    const std::int64_t units = side.recurrentWeight.size(1);
    const at::Tensor rows = input.reshape({clips * steps, input.size(2)});
    const at::Tensor projected =
        productWithTransposed(rows, side.inputWeight).add_(side.inputBias).view({clips, steps, 3 * units});
    const at::Tensor trace = wantsTrace ? at::empty({clips, steps, 4 * units}, input.options()) : at::Tensor();
    AT_DISPATCH_FLOATING_TYPES(input.scalar_type(), "runSide", [&] {
        const std::span<scalar_t> all = valuesOf<scalar_t>(output);
        const auto ofClip = static_cast<std::size_t>(steps * 2 * units);
        forEachClip(clips, [&](std::int64_t clip) {
            const auto begin = static_cast<std::size_t>(clip) * ofClip;
            const auto half = all.subspan(begin, ofClip).subspan(index * static_cast<std::size_t>(units));
            runGru<scalar_t>(directionOf<scalar_t>(side, index, projected[clip]), half,
                             static_cast<std::size_t>(2 * units),
                             wantsTrace ? valuesOf<scalar_t>(trace[clip]) : std::span<scalar_t>());
        });
    });
    return {projected, trace};
}

// The hidden state before each step of a direction: clips x steps x units.
at::Tensor statesBefore(const at::Tensor &output, std::size_t index, std::int64_t units) {
    const std::int64_t steps = output.size(1);
    const at::Tensor half = output.narrow(2, static_cast<std::int64_t>(index) * units, units);
    const at::Tensor start = at::zeros({output.size(0), 1, units}, output.options());
    return index == 0 ? at::cat({start, half.narrow(1, 0, steps - 1)}, 1)
                      : at::cat({half.narrow(1, 1, steps - 1), start}, 1);
}

// Gradients of one direction: by the input, then by its four parameters.
variable_list gradientsOfSide(const Side &side, std::size_t index, const at::Tensor &input, const at::Tensor &output,
                              const at::Tensor &outputGradient, const at::Tensor &projected, const at::Tensor &trace) {
    const std::int64_t clips = input.size(0);
    const std::int64_t steps = input.size(1);
    const std::int64_t units = side.recurrentWeight.size(1);
    const at::Tensor byProjected = at::empty_like(projected);
    const at::Tensor byRecurrent = at::empty_like(projected);
    AT_DISPATCH_FLOATING_TYPES(input.scalar_type(), "gradientsOfSide", [&] {
        const auto offset = index * static_cast<std::size_t>(units);
        forEachClip(clips, [&](std::int64_t clip) {
            const GruOutput<scalar_t> ofClip{valuesOf<scalar_t>(output[clip]).subspan(offset),
                                             valuesOf<scalar_t>(outputGradient[clip]).subspan(offset),
                                             static_cast<std::size_t>(2 * units), valuesOf<scalar_t>(trace[clip])};
            runGruGradient<scalar_t>(directionOf<scalar_t>(side, index, projected[clip]), ofClip,
                                     valuesOf<scalar_t>(byProjected[clip]), valuesOf<scalar_t>(byRecurrent[clip]));
        });
    });
    const at::Tensor inputRows = input.reshape({clips * steps, input.size(2)});
    const at::Tensor projectedRows = byProjected.view({clips * steps, 3 * units});
    const at::Tensor recurrentRows = byRecurrent.view({clips * steps, 3 * units});
    const at::Tensor stateRows = statesBefore(output, index, units).reshape({clips * steps, units});
    return {productWithTransposed(projectedRows, side.inputWeight.t().contiguous()).view_as(input),
            productWithTransposed(projectedRows.t().contiguous(), inputRows.t().contiguous()),
            productWithTransposed(recurrentRows.t().contiguous(), stateRows.t().contiguous()), projectedRows.sum(0),
            recurrentRows.sum(0)};
}

class GruFunction : public torch::autograd::Function<GruFunction> {
public:
    // LibTorch looks for what to differentiate by among the arguments themselves, not in lists.
    template <class... Parameters>
    static Variable forward(AutogradContext *context, const Variable &given, const Parameters &...eight) {
        const variable_list tensors{given, eight...};
        const at::Tensor input = given.contiguous();
        const auto parameters = std::span(tensors).subspan(1);
        const std::int64_t units = tensors[2].size(1);
        const at::Tensor output = at::empty({input.size(0), input.size(1), 2 * units}, input.options());
        variable_list saved = tensors;
        saved.push_back(output);
        for (std::size_t side = 0; side < kDirections; ++side) {
            const auto [projected, trace] = runSide(sideOf(parameters, side), side, input, output, true);
            saved.push_back(projected);
            saved.push_back(trace);
        }
        context->save_for_backward(saved);
        return output;
    }

    static variable_list backward(AutogradContext *context, const variable_list &gradients) {
        const variable_list saved = context->get_saved_variables();
        const at::Tensor input = saved[0].contiguous();
        const auto parameters = std::span(saved).subspan(1, kDirections * kTensorsOfDirection);
        const at::Tensor &output = saved[1 + kDirections * kTensorsOfDirection];
        const auto ofSides = std::span(saved).subspan(2 + kDirections * kTensorsOfDirection);
        const at::Tensor outputGradient = gradients[0].contiguous();
        variable_list all{at::Tensor()};
        for (std::size_t side = 0; side < kDirections; ++side) {
            const variable_list own = gradientsOfSide(sideOf(parameters, side), side, input, output, outputGradient,
                                                      ofSides[2 * side], ofSides[2 * side + 1]);
            all[0] = side == 0 ? own[0] : all[0] + own[0];
            all.insert(all.end(), own.begin() + 1, own.end());
        }
        return all;
    }
};

} // namespace

at::Tensor bidirectionalGru(std::span<const at::Tensor> parameters, const at::Tensor &input) {
    if (at::GradMode::is_enabled()) {
        const auto &p = parameters;
        return GruFunction::apply(input, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
    }
    const at::Tensor contiguous = input.contiguous();
    const at::Tensor output = at::empty({input.size(0), input.size(1), 2 * parameters[1].size(1)}, input.options());
    for (std::size_t side = 0; side < kDirections; ++side)
        (void)runSide(sideOf(parameters, side), side, contiguous, output, false);
    return output;
}

} // namespace tagscope
