// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

struct AudioSetImport {
    std::vector<std::filesystem::path> lists; // as readAudioSetSegments() reads them
    std::filesystem::path media;              // directory of the recordings, named by their ids; empty: none
    std::string split;                        // of clips that are new
};

// The segments that have a label of the project's events as clips named RECORDING_START_END, with those labels, in one
// transaction. Repeating it adds nothing twice (importClips()). Other labels, and segments without any of the
// project's, are counted in the notes. Errors: those of readAudioSetSegments() and of Project; Inconsistent (no event
// of the project has an id of AudioSet; a segment is longer than the project's clips), Cancelled.
[[nodiscard]] Result<ImportReport> importAudioSet(Project &project, const AudioSetImport &import,
                                                  std::stop_token stop = {});

} // namespace tagscope
