#include "core/network/gru_recurrence.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tagscope {

namespace {

float sigmoid(float value) {
    return 1.0F / (1.0F + std::exp(-value));
}

} // namespace

void runGru(const GruDirection &direction, std::span<float> output, std::size_t outputStride) {
    const std::size_t units = direction.units;
    const std::size_t gates = 3 * units;
    const std::size_t steps = direction.projected.size() / gates;

    // Transposed, so that the products below add whole vectors: the compiler may use SIMD without changing the order
    // of any sum.
    std::vector<float> weight(units * gates);
    for (std::size_t gate = 0; gate < gates; ++gate) {
        for (std::size_t unit = 0; unit < units; ++unit)
            weight[unit * gates + gate] = direction.recurrentWeight[gate * units + unit];
    }

    std::vector<float> hidden(units, 0.0F);
    std::vector<float> recurrent(gates);
    for (std::size_t i = 0; i < steps; ++i) {
        const std::size_t step = direction.isBackward ? steps - 1 - i : i;
        std::copy(direction.recurrentBias.begin(), direction.recurrentBias.end(), recurrent.begin());
        for (std::size_t unit = 0; unit < units; ++unit) {
            const float *column = weight.data() + unit * gates;
            for (std::size_t gate = 0; gate < gates; ++gate)
                recurrent[gate] += hidden[unit] * column[gate];
        }
        const std::span<const float> input = direction.projected.subspan(step * gates, gates);
        for (std::size_t unit = 0; unit < units; ++unit) {
            const float reset = sigmoid(input[unit] + recurrent[unit]);
            const float update = sigmoid(input[units + unit] + recurrent[units + unit]);
            const float proposed = std::tanh(input[2 * units + unit] + reset * recurrent[2 * units + unit]);
            hidden[unit] = (1.0F - update) * proposed + update * hidden[unit];
        }
        std::copy(hidden.begin(), hidden.end(), output.subspan(step * outputStride, units).begin());
    }
}

} // namespace tagscope
