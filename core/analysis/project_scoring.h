// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/clip_run.h"
#include "core/analysis/project_analysis.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Audio and video probabilities of a project's clips by its own models, as both programs store them.
namespace tagscope {

// The key under which a project keeps what made the audio probabilities of its own models.
inline constexpr std::string_view kAudioRecipeSetting = "audio";

// What scores a project's clips, and where the scores go. A value.
struct Scoring {
    ScoreSource audio;       // "demo" for a project that falls back on the demo's models, else "analysis"
    std::string audioRecipe; // as videoRecipe(), of the sound; empty: nothing scores it
    std::string videoRecipe; // empty: nothing scores the pictures

    [[nodiscard]] bool isPossible() const { return !audioRecipe.empty() || !videoRecipe.empty(); }
};

// Errors: those of Project.
[[nodiscard]] Result<Scoring> scoringBy(const Project &project, const Analyzer &analyzer);
// The one that gave this analysis, whatever models and settings hold by now.
[[nodiscard]] Result<Scoring> scoringOf(const Project &project, const ClipAnalysis &analysis);

// Of these clips those that have no score of a branch that the scoring would give. A branch whose scores are of other
// models or settings counts as scored: such scores may have taken a cluster to make, and nothing replaces them unasked.
// Errors: those of Project.
[[nodiscard]] Result<std::vector<ClipId>> unscoredClips(const Project &project, const Scoring &scoring,
                                                        std::span<const ClipId> clips);

// Stores what analyses by this scoring gave, both branches of a clip at once: a kill leaves a clip with all or none.
// What there is none of is left out, and so is a branch whose stored scores are of other models or settings.
// Errors: those of Project.
[[nodiscard]] Result<void> storeAnalysedScores(Project &project, const Scoring &scoring,
                                               std::span<const ScoredClip> clips);

// Analyses the clips that are not scored, as analyseProject() does, and stores both branches. Scores of other models or
// settings are removed first. `analyzer`: both branches. Errors: those of analyseProject() but for missing models.
[[nodiscard]] Result<ProjectAnalysis> scoreProject(Project &project, const Analyzer &analyzer,
                                                   std::span<const Clip> clips, unsigned threads,
                                                   const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
