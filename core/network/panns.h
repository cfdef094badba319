// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace tagscope {

// Cnn14_DecisionLevelMax of PANNs: Kong, Cao, Iqbal, Wang, Wang and Plumbley, "PANNs: Large-Scale Pretrained Audio
// Neural Networks for Audio Pattern Recognition" (IEEE/ACM TASLP 28, 2020), from log-mel frames to a probability of
// each class every 32 frames. Its front end is not in here; what the file holds of it is handed out to be compared.
// Immutable; functions may be called from several threads.
class PannsNetwork {
public:
    // The published state dict (.pth, by its names), or the same as .safetensors; the widths of the layers are the
    // file's. Errors: those of TensorFile::open() and WeightReader.
    [[nodiscard]] static Result<PannsNetwork> load(const std::filesystem::path &file);
    // Whether a file's tensors are named so.
    [[nodiscard]] static bool isOne(const std::filesystem::path &file);

    PannsNetwork(PannsNetwork &&) noexcept;
    PannsNetwork &operator=(PannsNetwork &&) noexcept;
    ~PannsNetwork();

    static constexpr std::size_t kFramesPerStep = 32;

    [[nodiscard]] std::size_t bands() const;
    [[nodiscard]] std::size_t classes() const;
    // Of the front end in the file: bins x bands, and the transform's cosines times the window, bins x window; empty
    // where the file has none.
    [[nodiscard]] const Matrix &melMatrix() const;
    [[nodiscard]] const Matrix &cosines() const;

    struct Output {
        Matrix scores;     // steps x classes, probabilities
        Matrix embeddings; // steps x numbers: the layer before the classes
    };
    // `logMel`: frames x bands, dB. Errors: Inconsistent (other bands, fewer than 32 frames), Cancelled, Internal.
    [[nodiscard]] Result<Output> run(const Matrix &logMel, std::stop_token stop = {}) const;

private:
    struct State;
    explicit PannsNetwork(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
