// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn_initialisation.h"

#include "core/network/crnn_description.h"
#include "core/network/seeded_values.h"

#include <cmath>

namespace tagscope {

namespace {

std::vector<float> xavierUniform(const TensorShape &shape, SeededValues &random) {
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        count *= size;
    std::int64_t receptiveField = 1;
    for (std::size_t i = 2; i < shape.size(); ++i)
        receptiveField *= shape[i];
    // The GRU's three gates count as one layer with three times the units, as in Keras.
    const auto fans = static_cast<double>((shape[0] + shape[1]) * receptiveField);
    return random.uniform(static_cast<std::size_t>(count), std::sqrt(6.0 / fans));
}

std::vector<float> orthogonalGates(const TensorShape &shape, SeededValues &random) {
    const auto units = static_cast<std::size_t>(shape[1]);
    std::vector<float> values;
    for (int gate = 0; gate < 3; ++gate) {
        const std::vector<float> one = random.orthogonal(units);
        values.insert(values.end(), one.begin(), one.end());
    }
    return values;
}

} // namespace

std::vector<NamedTensor> crnnInitialParameters(const CrnnLayout &layout, std::uint64_t seed) {
    SeededValues random(seed);
    std::vector<NamedTensor> parameters;
    for (const NamedShape &parameter : crnnParameterShapes(layout)) {
        std::vector<float> values;
        if (parameter.shape.size() == 1)
            values.assign(static_cast<std::size_t>(parameter.shape.front()), 0.0F);
        else if (parameter.name.starts_with("gru.weight_hh"))
            values = orthogonalGates(parameter.shape, random);
        else
            values = xavierUniform(parameter.shape, random);
        parameters.push_back({parameter.name, parameter.shape, std::move(values)});
    }
    return parameters;
}

} // namespace tagscope
