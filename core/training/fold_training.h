// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/single_label.h"
#include "core/project/project.h"
#include "core/training/folds.h"
#include "core/training/training_progress.h"
#include "core/training/training_settings.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

struct FoldTraining {
    std::string run; // the folds' runs are NAME-fold-1, NAME-fold-2, …
    TrainingSettings settings;
    FoldRequest folds;
};

struct FoldTrainingOutcome {
    std::vector<std::string> folds;
    std::string source; // of the out-of-fold scores
    std::size_t clips = 0;
    std::size_t withoutFeatures = 0;
    double microF1 = 0.0; // by weak labels, thresholds tuned on these clips
    std::optional<SingleLabelFigures> singleLabel;
};

// What watches a fold's training: given the fold, from 0, of how many, and the name of its run.
using WatchFold = std::function<TrainingObserver(std::size_t fold, std::size_t folds, const std::string &run)>;

// The name of a fold's run; `fold` from 0.
[[nodiscard]] std::string foldRunName(const std::string &run, std::size_t fold);

// Trains the CRNN once for each fold, on the clips of the others, and scores the fold's with it: scores and activations
// become the source foldSourceName(). Of the others a tenth gives the figures of the run's log; it steers the learning
// rate where that goes by plateaus, and is not learnt then. The network is that of the last epoch, so that nothing is
// chosen on clips that are scored. A fold's run that has a checkpoint goes
// on, so that the same call resumes what was stopped. Errors: those of trainRunOn(), foldsOf() and Project;
// Inconsistent where another source has the name.
[[nodiscard]] Result<FoldTrainingOutcome> trainFolds(Project &project, const FoldTraining &request,
                                                     const WatchFold &watch = {}, const std::stop_token &stop = {});

} // namespace tagscope
