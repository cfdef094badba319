// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <stop_token>

// Audio probabilities of a project's clips by an analysis, not by a run's prediction.
namespace tagscope {

// Stores what the analysis has of them; nothing where the clip has no sound or there was no tagger. Errors: those of
// Project.
[[nodiscard]] Result<void> storeAudioScores(Project &project, const ScoreSource &source, const Clip &clip,
                                            const ClipAnalysis &analysis);

// Analyses the clips that have none of the source, one after the other, and stores theirs; nothing where the analyzer
// has no tagger. Whoever stores audio and video probabilities of a clip apart may have been ended in between.
// Errors: those of Analyzer::analyse() and Project, Cancelled (what was done is stored).
[[nodiscard]] Result<void> completeAudioScores(Project &project, const Analyzer &analyzer, const ScoreSource &source,
                                               const std::stop_token &stop);

} // namespace tagscope
