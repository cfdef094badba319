// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tagscope {

// What a prediction is about; one of another identity is begun anew.
struct PredictionShape {
    std::string identity; // of network, features and clips
    std::size_t clips = 0;
    std::size_t steps = 0;
    std::size_t events = 0;
};

// The arrays of a prediction under way, in a directory of their own beside the result: activations.npy (float16, clips
// x steps x events), scores.npy (float32, clips x events) and state.json, which says how many clips are done. A run
// that was stopped or killed goes on there. put() may be called from several threads for different clips; the rest by
// one.
class PredictionFiles {
public:
    // Goes on with what is in the directory where it is of the same shape. Error: Unreadable.
    [[nodiscard]] static Result<PredictionFiles> open(const std::filesystem::path &directory,
                                                      const PredictionShape &shape);

    PredictionFiles(PredictionFiles &&other) noexcept;
    PredictionFiles &operator=(PredictionFiles &&) = delete;
    PredictionFiles(const PredictionFiles &) = delete;
    PredictionFiles &operator=(const PredictionFiles &) = delete;
    ~PredictionFiles();

    [[nodiscard]] std::size_t done() const { return done_; } // clips 0 … done - 1
    // Error: Unreadable, such as on a full disk.
    [[nodiscard]] Result<void> put(std::size_t clip, const Matrix &activations, std::span<const float> scores) const;
    // All clips before `done` have been put: keeps that on the disk.
    [[nodiscard]] Result<void> keep(std::size_t done);
    // clips x events, as put.
    [[nodiscard]] Result<Matrix> scores() const;
    // sumOf() each clip's activations, as StoredActivations checks them.
    [[nodiscard]] Result<std::vector<std::string>> sums() const;
    // Moves the activations to their place and takes the directory away; the last call on an object.
    [[nodiscard]] Result<void> finish(const std::filesystem::path &activations);

private:
    PredictionFiles(std::filesystem::path directory, PredictionShape shape);
    [[nodiscard]] Result<void> openArrays(bool isNew);

    std::filesystem::path directory_;
    PredictionShape shape_;
    std::size_t done_ = 0;
    std::string activationsHeader_;
    std::string scoresHeader_;
    int activations_ = -1; // descriptors
    int scores_ = -1;
};

} // namespace tagscope
