// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/project_analysis.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace tagscope {

struct ScoredClip {
    Clip clip;
    std::vector<float> probabilities;
};

// Takes scores to where they are kept.
using KeepScores = std::function<Result<void>(std::span<const ScoredClip>)>;

// Analyses the clips that are not `isDone`, in parallel; the scores are kept in batches, by one thread at a time.
// Errors: those of `keep`, which end the work; Cancelled, after what was made is kept.
[[nodiscard]] Result<ProjectAnalysis> runClips(const Analyzer &analyzer, std::span<const Clip> clips,
                                               const std::function<bool(const Clip &)> &isDone, unsigned threads,
                                               const KeepScores &keep, const ReceiveClip &receive,
                                               const Progress &progress, std::stop_token stop);

} // namespace tagscope
