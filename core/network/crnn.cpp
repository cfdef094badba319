// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn.h"

#include "core/base/try.h"
#include "core/network/crnn_description.h"
#include "core/network/crnn_graph.h"
#include "core/network/crnn_initialisation.h"
#include "core/network/crnn_state.h"
#include "core/network/torch_bridge.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {

namespace {

constexpr const char *kCrnnName = "The CRNN";

bool isNeverUnused(std::string_view /*name*/) {
    return false;
}

// The first `frames` rows as 1 x 1 x frames x bands, each band with mean 0 and deviation 1 over the training set.
at::Tensor normalised(const Matrix &logMel, std::size_t frames, const CrnnDescription &description) {
    at::Tensor input =
        at::empty({1, 1, static_cast<std::int64_t>(frames), static_cast<std::int64_t>(logMel.columns)}, at::kFloat);
    float *next = input.data_ptr<float>();
    for (std::size_t frame = 0; frame < frames; ++frame) {
        for (std::size_t band = 0; band < logMel.columns; ++band)
            *next++ = (logMel(frame, band) - description.bandMean[band]) / description.bandDeviation[band];
    }
    return input.contiguous(at::MemoryFormat::ChannelsLast);
}

} // namespace

Crnn::Crnn(std::shared_ptr<const State> state) : state_(std::move(state)) {}
Crnn::Crnn(Crnn &&) noexcept = default;
Crnn &Crnn::operator=(Crnn &&) noexcept = default;
Crnn::~Crnn() = default;

Result<Crnn> Crnn::makeSeeded(const CrnnDescription &description, std::uint64_t seed) {
    TAGSCOPE_TRY(checkCrnnDescription(description));
    return caught(kCrnnName, [&]() -> Result<Crnn> {
        const c10::InferenceMode inferring;
        State state{description, {}};
        for (const NamedTensor &parameter : crnnInitialParameters(description.layout, seed))
            state.parameters.push_back(tensorOf(parameter.values, parameter.shape));
        return Crnn(std::make_shared<const State>(std::move(state)));
    });
}

Result<Crnn> Crnn::load(const std::filesystem::path &file) {
    return caught(kCrnnName, [&]() -> Result<Crnn> {
        const c10::InferenceMode inferring;
        const TensorFile opened = TAGSCOPE_TRY(TensorFile::open(file));
        CrnnDescription description = TAGSCOPE_TRY(crnnFromMetadata(opened.metadata(), file.string()));
        State state{std::move(description), {}};

        WeightReader reader(opened, "this CRNN");
        const TensorShape bands{state.description.layout.bands};
        std::vector<float> mean = TAGSCOPE_TRY(reader.values(kCrnnMeanName, bands));
        std::vector<float> deviation = TAGSCOPE_TRY(reader.values(kCrnnDeviationName, bands));
        state.description.bandMean = std::move(mean);
        state.description.bandDeviation = std::move(deviation);
        TAGSCOPE_TRY(checkCrnnDescription(state.description));

        for (const auto &[name, shape] : crnnParameterShapes(state.description.layout)) {
            const std::vector<float> values = TAGSCOPE_TRY(reader.values(name, shape));
            state.parameters.push_back(tensorOf(values, shape));
        }
        TAGSCOPE_TRY(reader.finish(isNeverUnused));
        return Crnn(std::make_shared<const State>(std::move(state)));
    });
}

Result<Crnn> Crnn::on(const std::string &device) const {
    return caught(kCrnnName, [&]() -> Result<Crnn> {
        const c10::InferenceMode inferring;
        State state{state_->description, {}};
        for (const at::Tensor &parameter : state_->parameters)
            state.parameters.push_back(parameter.to(at::Device(device)));
        return Crnn(std::make_shared<const State>(std::move(state)));
    });
}

Result<void> Crnn::save(const std::filesystem::path &file) const {
    return caught(kCrnnName, [&]() -> Result<void> {
        std::vector<NamedTensor> parameters;
        const std::vector<NamedShape> shapes = crnnParameterShapes(state_->description.layout);
        for (std::size_t i = 0; i < shapes.size(); ++i)
            parameters.push_back(namedTensor(shapes[i].name, state_->parameters[i]));
        return saveCrnn(file, state_->description, parameters);
    });
}

Result<void> saveCrnn(const std::filesystem::path &file, const CrnnDescription &description,
                      const std::vector<NamedTensor> &parameters, TensorType type) {
    const TensorShape bands{description.layout.bands};
    std::vector<NamedTensor> tensors{{kCrnnMeanName, bands, description.bandMean},
                                     {kCrnnDeviationName, bands, description.bandDeviation}};
    tensors.insert(tensors.end(), parameters.begin(), parameters.end());
    return writeSafetensors(file, tensors, crnnMetadata(description), type);
}

Result<Matrix> Crnn::activations(const Matrix &logMel, std::stop_token stop) const {
    const CrnnLayout &layout = state_->description.layout;
    if (logMel.columns != static_cast<std::size_t>(layout.bands))
        return fail(Error::Kind::Inconsistent, {"network.other_bands_computed", layout.bands, logMel.columns});
    const auto framesOfStep = static_cast<std::size_t>(layout.poolTime());
    const std::size_t steps = logMel.rows / framesOfStep;
    if (steps == 0)
        return Matrix(0, layout.events.size());
    return caught(kCrnnName, [&]() -> Result<Matrix> {
        const c10::InferenceMode inferring;
        constexpr bool kIsTraining = false;
        at::Tensor x =
            normalised(logMel, steps * framesOfStep, state_->description).to(state_->parameters.front().device());
        for (std::size_t block = 0; block < layout.blocks.size(); ++block) {
            if (stop.stop_requested())
                return cancelled();
            x = crnnBlockOutput(layout, block, state_->parameters, x, kIsTraining);
        }
        if (stop.stop_requested())
            return cancelled();
        const at::Tensor made = crnnHeadLogits(layout, state_->parameters, x, kIsTraining).sigmoid();
        Matrix activations(steps, layout.events.size());
        at::from_blob(activations.values.data(), made.sizes(), at::kFloat).copy_(made);
        // The greatest of them would be 0, and look like any other score.
        if (!std::ranges::all_of(activations.values, [](float value) { return std::isfinite(value); }))
            return fail(Error::Kind::Malformed, "network.activations_not_finite");
        return activations;
    });
}

const CrnnDescription &Crnn::description() const {
    return state_->description;
}

std::int64_t Crnn::parameterCount() const {
    std::int64_t count = 0;
    for (const at::Tensor &parameter : state_->parameters)
        count += parameter.numel();
    return count;
}

} // namespace tagscope
