// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_merge.h"

#include <filesystem>
#include <span>
#include <stop_token>
#include <vector>

// What annotators send back, by whatever way, brought into the lead's project.
namespace tagscope {

struct FileMerge {
    std::filesystem::path file;
    MergeReport report;
};

// `files`: tasks and projects, also of an older version, and tables of verdicts (.csv, .tsv) as an export writes them.
// All of them, or none: the first that cannot be taken as a whole refuses all. In any order, and any number of times,
// the project's verdicts are the same.
// Errors: Unreadable, Malformed (cut off, damaged; a row of a table that cannot be read, was changed or has no time, by
// its line), Inconsistent (clips or events that the project does not have; a task of a plan that it does not have,
// unless `options` give the verdicts another name), Cancelled, those of Project.
[[nodiscard]] Result<std::vector<FileMerge>> mergeFiles(Project &into, std::span<const std::filesystem::path> files,
                                                        const MergeOptions &options = {}, std::stop_token stop = {});

// What that would do; `into` stays as it is. The same errors.
[[nodiscard]] Result<std::vector<FileMerge>> previewFiles(Project &into, std::span<const std::filesystem::path> files,
                                                          const MergeOptions &options = {}, std::stop_token stop = {});

// Of all files together.
[[nodiscard]] MergeReport sumOf(const std::vector<FileMerge> &merged);

} // namespace tagscope
