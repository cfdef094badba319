// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/crnn.h"
#include "core/training/feature_store.h"
#include "core/training/prediction.h"
#include "core/training/prediction_files.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

// What a whole prediction and one in parts have in common.
namespace tagscope {

// Where a prediction is from and goes to.
struct PredictionTask {
    std::string source;
    std::filesystem::path network;   // the CRNN file
    std::filesystem::path directory; // of the run
};

// Errors: those of predictRun() and predictModel() about the network.
[[nodiscard]] Result<PredictionTask> taskOf(const Project &project, const PredictionNetwork &network,
                                            RunCheckpoint checkpoint);

// A network and the clips it is run on. Immutable; compute() may be called from several threads.
class PredictionWork {
public:
    struct Computed {
        Matrix activations;        // steps x the project's events
        std::vector<float> scores; // P(e_k | x) = max_j P(e_k | x_j), section 2.1
    };

    // Errors: those of predictRun().
    [[nodiscard]] static Result<PredictionWork> make(const Project &project, PredictionTask task,
                                                     const PredictionOptions &options, std::stop_token stop);

    [[nodiscard]] const std::vector<Clip> &clips() const { return clips_; } // with features
    [[nodiscard]] const PredictionTask &task() const { return task_; }
    [[nodiscard]] const PredictionShape &shape() const { return shape_; }
    [[nodiscard]] const std::vector<std::string> &events() const { return events_; }
    [[nodiscard]] Seconds hop() const; // of the activations
    // "activations", or "activations-SPLIT".
    [[nodiscard]] const std::string &name() const { return name_; }
    [[nodiscard]] PredictionOutcome outcome() const;

    [[nodiscard]] Result<Computed> compute(std::size_t clip, const std::stop_token &stop) const;

    // Puts scores and activations in the place of what was there before. Errors: those of Project, Unreadable.
    [[nodiscard]] Result<PredictionOutcome> store(Project &project, PredictionFiles &files) const;

private:
    PredictionWork(PredictionTask task, Crnn crnn, FeatureStore store);
    [[nodiscard]] Result<void> chooseClips(const Project &project, const PredictionOptions &options);
    [[nodiscard]] Result<void> measure(const Project &project, const std::stop_token &stop);
    [[nodiscard]] std::string description(const std::vector<std::string> &sums) const;

    PredictionTask task_;
    Crnn crnn_;
    FeatureStore store_;
    bool isOfAll_ = true; // splits
    std::string name_;
    std::vector<std::string> events_;
    std::vector<std::size_t> columns_; // of the network, for each event
    std::vector<Clip> clips_;
    std::vector<std::size_t> rows_; // of the clips in the store
    std::size_t withoutFeatures_ = 0;
    PredictionShape shape_;
};

} // namespace tagscope
