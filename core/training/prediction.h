// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace tagscope {

enum class RunCheckpoint { Best, Last };

// One of both.
struct PredictionNetwork {
    std::string run;             // of the project
    std::filesystem::path model; // a CRNN file
};

struct PredictionOptions {
    std::optional<std::string> split; // of all clips that have features, those of one split
    RunCheckpoint checkpoint = RunCheckpoint::Best;
    int threads = 1;            // clips at once, each on one thread (setNetworkThreads(1) is the caller's)
    std::string device = "cpu"; // as chosenDevice() takes it; others give the same to rounding
};

struct PredictionOutcome {
    std::size_t clips = 0;           // predicted
    std::size_t withoutFeatures = 0; // left out; they have no score
    std::string source;              // name of the audio scores in the project
    std::filesystem::path activations;
};

// Runs a training run's network over the features of the project's clips. Stores the audio probabilities in the
// project under ScoreSource{Audio, run}, and the activations in the run's directory: activations.npy (float16, clips x
// steps x events; NumPy opens it) with activations.json (clip names, events, hop). With a split, its activations are
// in files named activations-SPLIT. What was there before is replaced when all clips are done, not before; a prediction
// that was stopped or killed goes on where it was.
// May be called from any thread; `progress` is called from the threads that work, one at a time.
// Errors: Unreadable where the run has no such network, those of Crnn::load() and FeatureStore::open(), Inconsistent
// where the network was made for other features or lacks one of the project's events, Unsupported for a device that is
// not there, Cancelled.
[[nodiscard]] Result<PredictionOutcome> predictRun(Project &project, const std::string &run,
                                                   const PredictionOptions &options = {}, const Progress &progress = {},
                                                   std::stop_token stop = {});

// The same with any CRNN file; the source is named after the file, and the activations lie in the directory of a run
// of that name. Error too: Inconsistent where the project has a run of that name.
[[nodiscard]] Result<PredictionOutcome> predictModel(Project &project, const std::filesystem::path &model,
                                                     const PredictionOptions &options = {},
                                                     const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
