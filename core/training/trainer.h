// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/network/crnn_layout.h"
#include "core/training/training_progress.h"
#include "core/training/training_settings.h"

#include <functional>
#include <span>
#include <stop_token>

namespace tagscope {

// Where the trainer gets its clips: normalised features of clips by position, and their labels. The positions
// 0 … trainingClips - 1 are for training, the rest for validation.
struct TrainingData {
    // rows x frames x bands, normalised; called from a prefetching thread. Normally FeatureStore::read().
    std::function<Result<void>(std::span<const std::size_t> clips, std::span<float> output)> read;
    std::size_t frames = 2000;
    std::size_t trainingClips = 0;
    BinaryTable labels;      // all clips x events
    CrnnDescription network; // layout, events, band statistics: what the saved model needs beside its weights
};

// Trains the CRNN by multiple instance learning, exactly as docs of core/training/training_settings.h say. Goes on from
// the directory's checkpoint where there is one (whose settings, but for the number of epochs, have to be the same).
// On the CPU a run that was stopped or killed and resumed equals, bit for bit, one that was not.
// Errors: Cancelled after a stop (a checkpoint was written), Inconsistent, Malformed (of the checkpoint), Unsupported
// (no such device), Internal with the cause where the loss or a gradient is not finite (epoch, batch, which tensor).
[[nodiscard]] Result<TrainingOutcome> train(const TrainingData &data, const TrainingSettings &settings,
                                            const TrainingPaths &paths, const TrainingObserver &observer = {},
                                            TrainingControl *control = nullptr, std::stop_token stop = {});

} // namespace tagscope
