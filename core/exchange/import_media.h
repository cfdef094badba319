// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"
#include "core/jobs/progress.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace tagscope {

struct MediaImport {
    std::filesystem::path folder;
    std::string split;                    // of clips that are new
    bool areLabelsFromSubfolders = false; // and splits, as contentsOfFolder() has them
    bool addsEvents = false;              // those that subfolders name and the project lacks
    std::size_t validationRecordings = 0; // of the new ones, drawn by drawBalanced()
    std::uint64_t seed = 1;               // of the draw
};

// All video and sound files of a folder, at any depth, as clips named by their paths in it; a recording that is longer
// than the project's clips becomes as many as it has of them, all in one split. Without labels, unless the subfolders
// are; those that are no events are named in the notes. What cannot be read is named there, too.
// Errors: those of findMediaFiles() and importClips(); Inconsistent where no file can be read; Cancelled.
[[nodiscard]] Result<ImportReport> importMedia(Project &project, const MediaImport &import,
                                               const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
