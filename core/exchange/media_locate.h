// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// Where a clip's missing recording was found.
struct LocatedMedia {
    FoundMedia before; // an empty path: it was never found
    FoundMedia after;
    std::string sha256; // of what was found; empty where nobody computed it
    bool isByContent = false;
};

struct MediaLocation {
    std::vector<LocatedMedia> found;
    std::size_t missing = 0;       // clips without media, still
    std::size_t otherContents = 0; // recordings of which a file of the same name holds something else
};

// Looks through `folder`, at any depth, for the recordings of the clips whose media are gone or were never found: first
// by the files' names (those of never found ones as findClipFiles() has it), then those whose content is known by
// content, whatever they are called now. Of several files of a name the one whose folders are named most alike is
// taken. A file whose content is known to be another's is not taken for its name. Changes nothing of the clips; what
// was computed of the files' contents is kept where the project can be written.
// Errors: Unreadable (no such folder), Cancelled, those of Project.
[[nodiscard]] Result<MediaLocation> locateMedia(Project &project, const std::filesystem::path &folder,
                                                const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
