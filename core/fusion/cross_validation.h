// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
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
// Tunes on clips and answers what decides about others.
using Tune = std::function<Result<Decide>(const TuningTables &, std::stop_token)>;
// Told after each fold: how many are done, and the micro F1 on the clips of this one.
using FoldObserver = std::function<void(int done, double microF1)>;

// What a tuner says of clips that it has not seen: the clips are dealt into folds at random, and each fold is decided
// about by what was tuned on the others. Folds: 2 or more, at most one a clip. Errors: those of `tune`, Cancelled.
[[nodiscard]] Result<BinaryTable> decidedOutOfFold(const TuningTables &tables, const Tune &tune, int folds,
                                                   std::uint64_t seed, const FoldObserver &observe = {},
                                                   std::stop_token stop = {});

// What the tuner is worth on such clips: the counts of all folds added up. A tuned F1 on its own clips flatters; this
// estimate does not.
[[nodiscard]] Result<std::vector<Counts>> crossValidated(const TuningTables &tables, const Tune &tune, int folds,
                                                         std::uint64_t seed, std::stop_token stop = {});

} // namespace tagscope
