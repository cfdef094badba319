// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/foreign_scores.h"
#include "core/project/project.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// Scores and labels that are tables only, as a project: what measures, audits and reports of projects then works on
// them.
namespace tagscope {

struct TableFiles {
    std::filesystem::path truth;  // clip,<event>,… with 0 and 1
    std::filesystem::path scores; // of the audio branch, in any form that importScores() reads
    std::filesystem::path videoScores = {};
    ScoreScale scale = ScoreScale::Probability;
    std::string split = "test"; // of all clips
    double threshold = 0.5;     // of the operating points that are made by hand, one a system
};

// The sources' names in such a project.
inline constexpr const char *kTableAudioSource = "scores";

struct TableProject {
    Project project;
    std::size_t clips = 0;            // in all tables: they are the project's
    std::vector<std::string> leftOut; // of the truth, without scores in one of the tables
    std::size_t withoutTruth = 0;     // rows of scores whose clip has no labels
    std::size_t unreadRows = 0;       // of scores, that could not be understood and were left out
    std::vector<std::string> noClass; // events that no column of scores means
    std::vector<Message> notes;       // of all that, in sentences
};

// Made in `file`, which must not be there. The clips that are in all tables, in any order, are used, and the rest is
// counted. Errors: those of readTruthTable(), of importScores() and of Project; Inconsistent where the tables have no
// clip in common.
[[nodiscard]] Result<TableProject> projectOfTables(const std::filesystem::path &file, const TableFiles &tables);

} // namespace tagscope
