// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tagscope {

// A stranger's graph, run by OpenCV's dnn on one core. It was loaded and run once in a process of its own before, so
// that one on which OpenCV crashes or hangs is refused instead; OpenCV's words stay off the terminal. Thread-safe:
// each thread that runs it has a copy of its own.
class DnnNetwork {
public:
    struct Plan {
        std::filesystem::path file;
        std::string input;
        std::string output;
        std::string embedding;       // a layer; empty: none is known of
        std::vector<int> trialShape; // of an input of zeros with which it is tried
        std::size_t classes = 0;     // columns that the output has to have
    };

    // Errors: those of readOnnxOutline(), Unsupported with a cure (whyOpenCvRefuses(), what OpenCV says, a crash),
    // Inconsistent (no such input or output, another output shape, numbers that are none).
    [[nodiscard]] static Result<DnnNetwork> open(const Plan &plan);

    DnnNetwork(DnnNetwork &&) noexcept;
    DnnNetwork &operator=(DnnNetwork &&) noexcept;
    ~DnnNetwork();

    // rows x classes. `shape`: of the values. Errors: Inconsistent (another shape than rows of classes, numbers that
    // are none), Internal.
    [[nodiscard]] Result<Matrix> run(std::span<const float> values, const std::vector<int> &shape) const;

    // What the layer before the classes gives, rows x numbers. Errors: Unsupported where there is none; those of run().
    [[nodiscard]] Result<Matrix> embed(std::span<const float> values, const std::vector<int> &shape) const;
    [[nodiscard]] bool hasEmbedding() const;

private:
    struct State;
    explicit DnnNetwork(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
