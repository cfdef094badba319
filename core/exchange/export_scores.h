// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/export.h"
#include "core/formats/score_table.h"
#include "core/project/project.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Scores and activations as other programs read them: the inverse of importScores() and importActivations().
namespace tagscope {

// A file of an export, by the end of its name.
struct ExportedFile {
    std::string suffix;
    std::string content;
};

// The scores of one source, of clips that have any, whatever operating points there are. Errors: Inconsistent (no such
// source of this branch), those of Project.
[[nodiscard]] Result<ScoreTable> scoresOfSource(const Project &project, const ScoreSource &source,
                                                std::span<const Clip> clips);

// A table as a NumPy array (float32, or float64 where the scores came so; clips x classes) with the lists of names
// beside it.
[[nodiscard]] std::vector<ExportedFile> scoreArrayFiles(const ScoreTable &table);
// A clip's row as a JAMS file.
[[nodiscard]] std::string scoreJams(const ScoreTable &table, std::size_t row, Seconds duration,
                                    const std::string &programVersion);

// A clip's activations as "sed_scores_eval", "npy" or "jams". Error: Inconsistent for a name that the format cannot
// hold.
[[nodiscard]] Result<ExportedFile> activationFile(std::string_view format, const std::string &clip,
                                                  const std::vector<std::string> &events, ClipActivations activations,
                                                  const std::string &programVersion);

} // namespace tagscope
