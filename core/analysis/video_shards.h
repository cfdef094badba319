// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/project_analysis.h"
#include "core/exchange/score_pack.h"
#include "core/project/shard.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// The video branch over a project's clips in parts, by several programs on several machines.
namespace tagscope {

// Where the parts lie.
[[nodiscard]] std::filesystem::path videoShardDirectory(const Project &project);

// analyseProject() for one part of the clips: the project, best a snapshot, is only read, and the scores go to one file
// (ScorePack), which is written anew after every few clips and whole at the end. A part that was stopped or killed goes
// on where it was; clips that failed or had no media are tried again. Two programs at the same part disturb nothing.
// Errors: those of analyseProject(); Unreadable where the file cannot be written; Inconsistent where the snapshot was
// changed meanwhile.
[[nodiscard]] Result<ProjectAnalysis> analyseShard(const Project &project, const Analyzer &analyzer,
                                                   std::span<const Clip> clips, const Shard &shard, unsigned threads,
                                                   const ReceiveClip &receive = {}, const Progress &progress = {},
                                                   std::stop_token stop = {});

// What was stored of the parts.
struct MergedScores {
    std::size_t files = 0;
    std::size_t clips = 0; // with scores
    std::size_t withoutPictures = 0;
    std::size_t missing = 0; // no media
    struct Failure {
        std::string clip;
        std::string reason;
    };
    std::vector<Failure> failures;
    std::vector<std::filesystem::path> others; // files of another recipe, left out
};

// Stores the scores of all parts in one transaction, or nothing. Scores of another recipe in the project are removed.
// Errors: those of wholePacksIn(); Inconsistent (clips or events that the project lacks); those of Project.
[[nodiscard]] Result<MergedScores> mergeVideoScores(Project &project);

// The same with what the parts of this recipe have so far, before a run that does the rest.
[[nodiscard]] Result<MergedScores> collectVideoScores(Project &project, const std::string &recipe);

} // namespace tagscope
