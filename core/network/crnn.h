// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/network/crnn_attribution.h"
#include "core/network/crnn_layout.h"
#include "core/network/tensor_file.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// The audio branch's network, for inference: log-mel features in, the probability of each event in each step out.
// Immutable; activations() may be called from several threads. See core/network/crnn_graph.h for training.
class Crnn {
public:
    // Xavier-uniform weights, orthogonal recurrent weights, zero biases.
    // Errors: Inconsistent for a layout that cannot be built (bands that pooling reduces to none, no events, …).
    [[nodiscard]] static Result<Crnn> makeSeeded(const CrnnDescription &description, std::uint64_t seed);
    // Errors: those of TensorFile, and Inconsistent naming a missing, extra or misshapen tensor with expected and
    // found shape.
    [[nodiscard]] static Result<Crnn> load(const std::filesystem::path &file);
    [[nodiscard]] Result<void> save(const std::filesystem::path &file) const;

    // The same network on another device, "cpu" or "cuda:N", for activations alone. Errors: Internal, where LibTorch
    // cannot use it.
    [[nodiscard]] Result<Crnn> on(const std::string &device) const;

    Crnn(Crnn &&) noexcept;
    Crnn &operator=(Crnn &&) noexcept;
    ~Crnn();

    // frames x bands in dB, not normalised -> steps x events, probabilities in [0, 1]; frames / poolTime steps, a
    // remainder that fills no step is dropped. Errors: Inconsistent for the wrong number of bands, Malformed where what
    // comes out is not finite, Cancelled.
    [[nodiscard]] Result<Matrix> activations(const Matrix &logMel, std::stop_token stop = {}) const;

    // What of the input, in place of `baseline` (as logMel, in dB), makes the target's logit what it is. Events are
    // counted in the order of the layout's. Errors: Inconsistent for shapes that do not fit and a target that is not
    // there, Cancelled.
    [[nodiscard]] Result<Attribution> attribution(const Matrix &logMel, const Matrix &baseline,
                                                  const AttributionTarget &target,
                                                  const AttributionOptions &options = {}, const Progress &progress = {},
                                                  std::stop_token stop = {}) const;

    [[nodiscard]] const CrnnDescription &description() const;
    [[nodiscard]] std::int64_t parameterCount() const; // all trainable numbers, both GRU biases counted

private:
    struct State;
    explicit Crnn(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// Writes a CRNN file of parameters that were trained, in the order of crnnParameterShapes(); `type`: F32, or F16, to
// which they are then rounded. Errors: as Crnn::save().
[[nodiscard]] Result<void> saveCrnn(const std::filesystem::path &file, const CrnnDescription &description,
                                    const std::vector<NamedTensor> &parameters, TensorType type = TensorType::F32);

} // namespace tagscope
