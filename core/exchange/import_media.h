// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace tagscope {

struct MediaImport {
    std::filesystem::path folder;
    std::string split; // of clips that are new
};

// All video and sound files of a folder, at any depth, as clips without labels, named by their paths in it; a recording
// that is longer than the project's clips becomes as many as it has of them. What cannot be read is named in the notes.
// Errors: those of findMediaFiles() and importClips(); Inconsistent where no file can be read; Cancelled.
[[nodiscard]] Result<ImportReport> importMedia(Project &project, const MediaImport &import,
                                               const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
