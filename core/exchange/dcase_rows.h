// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"
#include "core/formats/dcase_clip_lists.h"

#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tagscope {

// What the organisers' lists say together, in the classes of a project.
struct DcaseRows {
    std::vector<ImportedClip> clips;  // without media
    std::vector<RecordingPart> parts; // of the same clips

    // Of each (name of a clip, event): its heard segments; none for a pair that was not heard.
    struct Segment {
        Seconds onset{0};
        Seconds offset{0};
    };
    std::map<std::pair<std::string, int>, std::vector<Segment>> strong;
    std::vector<Message> notes; // of class counts that differ
};

// Of a list, in the project.
[[nodiscard]] std::string splitOf(DcaseListFile::Set set);

// Errors: as of importDcase2017().
[[nodiscard]] Result<DcaseRows> readDcaseRows(const Project &project, const std::vector<DcaseListFile> &lists);

} // namespace tagscope
