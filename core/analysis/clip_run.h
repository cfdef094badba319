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

// What an analysis gives a clip; empty where it gives none.
struct ScoredClip {
    Clip clip;
    std::vector<float> probabilities; // of the video branch
    std::vector<float> audio;
};
[[nodiscard]] ScoredClip scoredClip(const Clip &clip, const ClipAnalysis &analysis);

// Takes scores to where they are kept.
using KeepScores = std::function<Result<void>(std::span<const ScoredClip>)>;

// Analyses the clips that are not `isDone`, in parallel; the scores are kept in batches, by one thread at a time. A
// batch holds clips with scores of at least one branch.
// Errors: those of `keep`, which end the work; Cancelled, after what was made is kept.
[[nodiscard]] Result<ProjectAnalysis> runClips(const Analyzer &analyzer, std::span<const Clip> clips,
                                               const std::function<bool(const Clip &)> &isDone, unsigned threads,
                                               const KeepScores &keep, const ReceiveClip &receive,
                                               const Progress &progress, std::stop_token stop);

} // namespace tagscope
