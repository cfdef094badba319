// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common_options.h"

#include "core/base/result.h"
#include "core/training/folds.h"
#include "core/training/training_settings.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

// What `train` does besides training one CRNN on the training split.
namespace tagscope::cli {

struct TrainVariant {
    std::string head; // a tagger's file; empty: the CRNN
    FoldRequest folds;

    [[nodiscard]] bool isChosen() const { return !head.empty() || folds.areWanted(); }
};

void addTrainVariants(CLI::App &command, TrainVariant &variant);

#ifdef TAGSCOPE_WITH_MEDIA
// A head on a tagger's embedding. `truth`: "weak" or "audited". Errors: those of trainHeadRun() and Project.
[[nodiscard]] Result<int> trainHeadOnTagger(const std::string &project, const std::string &run,
                                            const std::string &truth, const TrainVariant &variant,
                                            const CommonOptions &common, const std::stop_token &stop);
#endif

// The CRNN, a fold at a time. Errors: those of trainFolds().
[[nodiscard]] Result<int> trainFoldByFold(Project &project, const std::string &run, const TrainingSettings &settings,
                                          const TrainVariant &variant, const CommonOptions &common,
                                          const std::stop_token &stop);

} // namespace tagscope::cli
