// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_report.h"
#include "core/project/project.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// What the importers of lists share.
namespace tagscope {

// What an import did.
struct ImportReport {
    std::size_t added = 0;   // clips that were new
    std::size_t known = 0;   // that the project had
    std::size_t missing = 0; // of both, without media
    std::size_t drawn = 0;   // moved from training to validation, in this import
    std::vector<Message> notes;
    std::vector<FileReport> files; // of lists whose rows are reported one by one
    static constexpr std::size_t kMostMedia = 501;
    std::vector<std::filesystem::path> media; // the first kMostMedia recordings of clips that were new, once each

    [[nodiscard]] bool hasFailed() const; // a row of a file could not be understood
};

// A clip as a list has it.
struct ImportedClip {
    std::string name;
    std::filesystem::path media; // empty where it was not found
    Seconds start{0};            // in the media file
    Seconds duration{0};
    std::string split;
    std::vector<int> events; // of its labels
};

// Brings clips and labels into the project, in one transaction. A clip of a name that the project has stays, with its
// split; it gets the labels that it lacks, and its media where they were found. The answer is the clips' ids, in order.
// Errors: Inconsistent (a clip that is longer than the project's, or lasted otherwise before), and those of Project.
[[nodiscard]] Result<std::vector<ClipId>> importClips(Project &project, const std::vector<ImportedClip> &clips,
                                                      ImportReport &report);

} // namespace tagscope
