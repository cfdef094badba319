// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/formats/dcase_clip_lists.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// A file that holds a clip.
struct ClipFile {
    std::filesystem::path file;
    Seconds start{0}; // of the clip in it
};

// One entry a part: its file in `directory` or at any depth below it (links followed), or nothing. A file belongs to a
// part by its name: [Y]<id>_<start>_<end>.<ext> holds the part alone, in seconds with or without decimals or in whole
// milliseconds; [Y]<id>.<ext> is the whole recording. Where there are several, a file of the part goes before the whole
// recording, a video before sound alone, and then the path that sorts first.
// Reads names, no contents. Directories that may not be read are passed over. Errors: Unreadable (no such directory),
// Cancelled.
[[nodiscard]] Result<std::vector<std::optional<ClipFile>>> findClipFiles(const std::filesystem::path &directory,
                                                                         std::span<const RecordingPart> parts,
                                                                         const Progress &progress = {},
                                                                         std::stop_token stop = {});

// All video and sound files, known by their extensions, in `directory` and at any depth below it (links followed), in
// the order of their paths. Errors: Unreadable (no such directory), Cancelled.
[[nodiscard]] Result<std::vector<std::filesystem::path>> findMediaFiles(const std::filesystem::path &directory,
                                                                        std::stop_token stop = {});

} // namespace tagscope
