// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/metrics.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace tagscope {

// Scores of both branches and the labels of the same clips and events. A score is NaN where the clip lacks the branch.
struct TuningTables {
    Matrix audio;
    Matrix video;
    BinaryTable truth;
};

// Decides about clips: scores of both branches -> clips x events of 0 and 1.
using Decide = std::function<BinaryTable(const Matrix &audio, const Matrix &video)>;
// Tunes on clips and answers what decides about others. Called on several threads at once.
using Tune = std::function<Result<Decide>(const TuningTables &, std::stop_token)>;
// Told after each fold, on any thread but never two at once: how many are done, and the micro F1 on the clips of this
// one.
using FoldObserver = std::function<void(int done, double microF1)>;

// How often clips are dealt into folds anew.
struct Deals {
    int count = 10;
    int folds = 5; // 2 or more
    std::uint64_t seed = 1;
    unsigned threads = 1; // at work; they do not change the outcome
};

// Repeated cross-validation: in each deal the clips are dealt into folds at random, and each fold is decided about by
// what was tuned on the others. The answer is one entry a deal, of all clips. A tuned F1 on its own clips flatters; the
// mean over these does not. The same deals for the same number of clips and the same seed, whatever the tuner.
// Errors: those of `tune`, Cancelled.
[[nodiscard]] Result<std::vector<F1Parts>> decidedOutOfFold(const TuningTables &tables, const Tune &tune,
                                                            const Deals &deals, const FoldObserver &observe = {},
                                                            const std::stop_token &stop = {});

} // namespace tagscope
