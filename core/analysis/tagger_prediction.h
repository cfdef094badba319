// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/models.h"
#include "core/analysis/project_analysis.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"
#include "core/project/shard.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace tagscope {

// A tagger from a file, as an analysis takes it: labelled by its name and the SHA-256 of the file, so that results are
// found again only for the very same one. Errors: those of openTagger().
[[nodiscard]] Result<LoadedModel<AudioTagger>> loadTagger(const std::filesystem::path &file);

struct TaggerPrediction {
    std::string name = {}; // of the source; empty: the tagger's
    bool isOfRun = false;  // the name is that of the run that the tagger is a head of, whose scores these are
    std::optional<std::string> split = {};
    unsigned threads = 1;  // clips at once
    bool usesCache = true; // keeps each clip's analysis beside the project, and finds it there
};

struct TaggerPredictionOutcome {
    ProjectAnalysis analysis;
    std::string source;
    std::filesystem::path activations;
    Message eventsWithoutClass; // empty: each has one
};

// The file of the head that a run is; nothing for a run that is a CRNN, or none. Errors: those of
// Project::runDirectory().
[[nodiscard]] Result<std::optional<std::filesystem::path>> headOfRun(const Project &project, const std::string &run);

// Runs a tagger on the sound of a project's clips. Its scores become an audio source beside the others, with their
// activations on the tagger's own grid (stored_activations.h); what the source had is replaced when all are done.
// Errors: Inconsistent (a name that a run has, or scores that this program made otherwise; no class for any event),
// those of the analyzer, of Project and of openTagger(), Cancelled.
[[nodiscard]] Result<TaggerPredictionOutcome> predictWithTagger(Project &project, const std::filesystem::path &tagger,
                                                                const TaggerPrediction &options,
                                                                const Progress &progress = {},
                                                                std::stop_token stop = {});

// The same for one part of the clips, by several programs: the project, best a snapshot, is only read, and what comes
// of it goes to one file (ScorePack) in its data. Errors: as above, and Inconsistent for a part that cannot be.
[[nodiscard]] Result<TaggerPredictionOutcome>
predictShardWithTagger(const Project &project, const std::filesystem::path &tagger, const TaggerPrediction &options,
                       const Shard &shard, const Progress &progress = {}, std::stop_token stop = {});

// Stores all parts as predictWithTagger() would have, or nothing. Errors: those of wholePacksIn(), Inconsistent where
// tagger or clips are others now.
[[nodiscard]] Result<TaggerPredictionOutcome>
mergeTaggerPrediction(Project &project, const std::filesystem::path &tagger, const TaggerPrediction &options);

} // namespace tagscope
