// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/network/crnn_attribution.h"
#include "core/network/tensor_file.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// One convolution with ReLU, followed by local max pooling and dropout.
struct CrnnBlock {
    int channels = 32;
    int kernel = 5; // odd; square, "same" padding
    int poolTime = 2;
    int poolBands = 2;

    friend bool operator==(const CrnnBlock &, const CrnnBlock &) = default;
};

// The layout of the CRNN of section 3.2, in the file beside the weights. Defaults: the paper, and where it is silent
// the authors' published network for the same task, pooled 20-fold in time.
struct CrnnLayout {
    int bands = 60;
    std::vector<CrnnBlock> blocks{{32, 5, 2, 2}, {64, 5, 2, 2}, {128, 5, 5, 3}};
    int gruUnits = 100; // in each direction, section 3.2
    double dropout = 0.2;
    std::vector<std::string> events; // names of the K outputs

    [[nodiscard]] int poolTime() const; // frames in one step: the product of the blocks' (20)

    friend bool operator==(const CrnnLayout &, const CrnnLayout &) = default;
};

// What a CRNN file holds beside the weights, needed to use them rightly and to say where they come from.
struct CrnnDescription {
    CrnnLayout layout;
    double frameHop = 0.005;          // s, of the features it was made for
    std::vector<float> bandMean;      // dB, of the training set; bands numbers
    std::vector<float> bandDeviation; // dB; all > 0
    bool isTrained = false;           // false: seeded random weights, to be said wherever output is shown
    std::string origin;               // a line for people: which run, data or seed
};

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

    Crnn(Crnn &&) noexcept;
    Crnn &operator=(Crnn &&) noexcept;
    ~Crnn();

    // frames x bands in dB, not normalised -> steps x events, probabilities in [0, 1]; frames / poolTime steps, a
    // remainder that fills no step is dropped. Errors: Inconsistent for the wrong number of bands, Cancelled.
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

// Writes a CRNN file of parameters that were trained, in the order of crnnParameterShapes(). Errors: as Crnn::save().
[[nodiscard]] Result<void> saveCrnn(const std::filesystem::path &file, const CrnnDescription &description,
                                    const std::vector<NamedTensor> &parameters);

} // namespace tagscope
