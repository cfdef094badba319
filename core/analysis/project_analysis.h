// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// The video branch over a project's clips: key frames, objects, video probabilities.
namespace tagscope {

// Where a project keeps its video probabilities. What made them is its setting "video" (videoRecipe()).
[[nodiscard]] const ScoreSource &videoScores();

// The settings for a project's clips: its setting "analysis" (settingsToJson()), else all by default for its classes
// and clip duration. Errors: Malformed; Inconsistent where the setting is for other classes or another clip duration.
[[nodiscard]] Result<AnalysisSettings> projectSettings(const Project &project);

// What video probabilities follow from besides the media, as JSON text: the labels of the models and the settings of
// the stages. Equal texts: equal scores.
[[nodiscard]] std::string videoRecipe(const ModelsUsed &models, const AnalysisSettings &settings);
[[nodiscard]] std::string videoRecipe(const Analyzer &analyzer);

// The key under which a project keeps the recipe of its video probabilities.
inline constexpr std::string_view kVideoRecipeSetting = "video";

// What became of the chosen clips. The counts add up to `clips`, unless the work was cut short.
struct ProjectAnalysis {
    struct Failure {
        std::string clip;
        Error error;
    };

    std::size_t clips = 0;
    std::size_t analysed = 0;
    std::size_t skipped = 0;         // had scores of the same models and settings before
    std::size_t missing = 0;         // no media
    std::size_t withoutPictures = 0; // nothing to score
    std::vector<Failure> failures;   // in the clips' order
};

// Called with each clip's result as it is made, on a working thread, one at a time.
using ReceiveClip = std::function<void(const Clip &, const ClipAnalysis &)>;

// Analyses the clips on as many threads, a thread a clip (network threads are the caller's business), and stores their
// video probabilities in batches, so that it goes on where it was stopped or killed. Where the models or settings are
// not those of the scores that are there, all of these are removed first. One clip's failure does not keep the others.
// `analyzer`: with the video branch, best Branches::Video; settings of projectSettings(), cache in
// project.cacheDirectory().
// Errors: Inconsistent (a model is missing; says which and how to get it), those of Project, Cancelled (what was done
// is stored).
[[nodiscard]] Result<ProjectAnalysis> analyseProject(Project &project, const Analyzer &analyzer,
                                                     std::span<const Clip> clips, unsigned threads,
                                                     const ReceiveClip &receive = {}, const Progress &progress = {},
                                                     std::stop_token stop = {});

} // namespace tagscope
