// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/gru_recurrence.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tagscope {

namespace {

template <class Real>
Real sigmoid(Real value) {
    return Real{1} / (Real{1} + std::exp(-value));
}

// Steps in the order in which a direction visits them.
std::size_t stepAt(std::size_t position, std::size_t steps, bool isBackward) {
    return isBackward ? steps - 1 - position : position;
}

} // namespace

template <class Real>
void runGru(const GruDirection<Real> &direction, std::span<Real> output, std::size_t outputStride,
            std::span<Real> trace) {
    const std::size_t units = direction.units;
    const std::size_t gates = 3 * units;
    const std::size_t steps = direction.projected.size() / gates;

    // Transposed, so that the products below add whole vectors: the compiler may use SIMD without changing the order
    // of any sum.
    std::vector<Real> weight(units * gates);
    for (std::size_t gate = 0; gate < gates; ++gate) {
        for (std::size_t unit = 0; unit < units; ++unit)
            weight[unit * gates + gate] = direction.recurrentWeight[gate * units + unit];
    }

    std::vector<Real> hidden(units, Real{0});
    std::vector<Real> recurrent(gates);
    for (std::size_t i = 0; i < steps; ++i) {
        const std::size_t step = stepAt(i, steps, direction.isBackward);
        std::copy(direction.recurrentBias.begin(), direction.recurrentBias.end(), recurrent.begin());
        for (std::size_t unit = 0; unit < units; ++unit) {
            const Real *column = weight.data() + unit * gates;
            for (std::size_t gate = 0; gate < gates; ++gate)
                recurrent[gate] += hidden[unit] * column[gate];
        }
        const std::span<const Real> input = direction.projected.subspan(step * gates, gates);
        for (std::size_t unit = 0; unit < units; ++unit) {
            const Real reset = sigmoid(input[unit] + recurrent[unit]);
            const Real update = sigmoid(input[units + unit] + recurrent[units + unit]);
            const Real fromHidden = recurrent[2 * units + unit];
            const Real proposed = std::tanh(input[2 * units + unit] + reset * fromHidden);
            hidden[unit] = (Real{1} - update) * proposed + update * hidden[unit];
            if (!trace.empty()) {
                Real *kept = trace.data() + 4 * units * step + unit;
                kept[0] = reset;
                kept[units] = update;
                kept[2 * units] = proposed;
                kept[3 * units] = fromHidden;
            }
        }
        std::copy(hidden.begin(), hidden.end(), output.subspan(step * outputStride, units).begin());
    }
}

template <class Real>
void runGruGradient(const GruDirection<Real> &direction, const GruOutput<Real> &output,
                    std::span<Real> projectedGradient, std::span<Real> recurrentGradient) {
    const std::size_t units = direction.units;
    const std::size_t gates = 3 * units;
    const std::size_t steps = direction.projected.size() / gates;
    const std::vector<Real> start(units, Real{0}); // the hidden state before the first step
    std::vector<Real> byHidden(units, Real{0});    // what later steps say of the current hidden state
    for (std::size_t i = steps; i-- > 0;) {
        const std::size_t step = stepAt(i, steps, direction.isBackward);
        const Real *before =
            i == 0 ? start.data() : &output.hidden[stepAt(i - 1, steps, direction.isBackward) * output.stride];
        const Real *own = &output.gradient[step * output.stride];
        const Real *kept = &output.trace[4 * units * step];
        Real *byProjected = &projectedGradient[step * gates];
        Real *byRecurrent = &recurrentGradient[step * gates];
        for (std::size_t unit = 0; unit < units; ++unit) {
            const Real reset = kept[unit];
            const Real update = kept[units + unit];
            const Real proposed = kept[2 * units + unit];
            const Real fromHidden = kept[3 * units + unit];
            const Real gradient = own[unit] + byHidden[unit];
            const Real byUpdate = gradient * (before[unit] - proposed) * update * (Real{1} - update);
            const Real byProposed = gradient * (Real{1} - update) * (Real{1} - proposed * proposed);
            const Real byReset = byProposed * fromHidden * reset * (Real{1} - reset);
            byProjected[unit] = byReset;
            byProjected[units + unit] = byUpdate;
            byProjected[2 * units + unit] = byProposed;
            byRecurrent[unit] = byReset;
            byRecurrent[units + unit] = byUpdate;
            byRecurrent[2 * units + unit] = byProposed * reset;
            byHidden[unit] = gradient * update;
        }
        for (std::size_t gate = 0; gate < gates; ++gate) {
            const Real *row = &direction.recurrentWeight[gate * units];
            for (std::size_t unit = 0; unit < units; ++unit)
                byHidden[unit] += byRecurrent[gate] * row[unit];
        }
    }
}

template void runGru(const GruDirection<float> &, std::span<float>, std::size_t, std::span<float>);
template void runGru(const GruDirection<double> &, std::span<double>, std::size_t, std::span<double>);
template void runGruGradient(const GruDirection<float> &, const GruOutput<float> &, std::span<float>, std::span<float>);
template void runGruGradient(const GruDirection<double> &, const GruOutput<double> &, std::span<double>,
                             std::span<double>);

} // namespace tagscope
