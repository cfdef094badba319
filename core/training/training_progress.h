// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace tagscope {

// After each batch.
struct BatchReport {
    int epoch = 0; // from 0
    int batch = 0; // from 0
    int batches = 0;
    double loss = 0.0; // of this batch
    double learningRate = 0.0;
    double clipsPerSecond = 0.0;
    std::uint64_t deviceBytes = 0; // memory in use on the device (resident memory of the process on the CPU)
};

// After each epoch; a row of the log.
struct EpochReport {
    int epoch = 0;             // from 0
    double trainingLoss = 0.0; // mean over its batches
    double validationLoss = 0.0;
    double learningRate = 0.0; // of this epoch
    double microF1 = 0.0;      // validation, thresholds tuned as the paper does on the same clips
    std::vector<double> classF1;
    std::vector<double> thresholds; // +infinity: never
    double seconds = 0.0;           // of the whole epoch, validation included
    double clipsPerSecond = 0.0;    // of training
    std::uint64_t deviceBytes = 0;
    bool isBest = false;
};

// What a run writes into its directory: checkpoint.safetensors with everything to go on (weights, momentum, schedule,
// random states, position in the epoch), best.safetensors (a CRNN file, core/network/crnn.h) whenever micro F1 rises,
// log.csv and log.jsonl with a row an epoch, settings.json, and in "epochs" the networks that are kept (kept_epochs.h).
// All written atomically; a row of the log is written before the checkpoint that contains it is, and is not written
// twice after a resume.
struct TrainingPaths {
    std::filesystem::path directory;
    [[nodiscard]] std::filesystem::path checkpoint() const { return directory / "checkpoint.safetensors"; }
    [[nodiscard]] std::filesystem::path best() const { return directory / "best.safetensors"; }
    [[nodiscard]] std::filesystem::path epochs() const { return directory / "epochs"; }
    // Of the network after this epoch, counted from 0.
    [[nodiscard]] std::filesystem::path ofEpoch(int epoch) const {
        return epochs() / (std::to_string(epoch + 1) + ".safetensors");
    }
    [[nodiscard]] std::filesystem::path logCsv() const { return directory / "log.csv"; }
    [[nodiscard]] std::filesystem::path logLines() const { return directory / "log.jsonl"; }
    [[nodiscard]] std::filesystem::path settings() const { return directory / "settings.json"; }
};

// Steers a run from another thread.
class TrainingControl {
public:
    void pause();
    void resume();
    [[nodiscard]] bool isPaused() const;
    // Returns when not paused, or stopped.
    void waitWhilePaused(const std::stop_token &stop);

private:
    std::atomic<bool> paused_ = false;
};

// Called on the trainer's thread. Printing, charts and databases hang off this.
struct TrainingObserver {
    std::function<void(const BatchReport &)> batch;
    std::function<void(const EpochReport &)> epoch;
    // A sentence on how the run does (core/training/recipes.h), before its first batch or after an epoch.
    std::function<void(const Message &)> notice = {};
};

struct TrainingOutcome {
    std::vector<EpochReport> epochs; // of the whole run, those before a resume included
    int bestEpoch = -1;
    double bestMicroF1 = 0.0;
};

} // namespace tagscope
