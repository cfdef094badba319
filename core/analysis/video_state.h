// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/scores.h"
#include "core/words/class_lists.h"
#include "core/words/mapping.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// A project's mapping and the video probabilities that follow from it: put back, both are as they were. A value.
struct VideoState {
    std::vector<EventClass> events; // whose probabilities they are, in their order
    MappingOptions mapping;
    std::optional<std::string> recipe; // videoRecipe() of the scores; nothing where there were never any
    std::vector<ClipScore> scores;
};

// What another mapping changed in a project.
struct ProjectMapping {
    // Of a clip by its sound and its pictures.
    struct Tags {
        ClipId clip = 0;
        std::vector<int> before;
        std::vector<int> after;
    };

    VideoState before;
    VideoState after;              // of the same events
    std::size_t clips = 0;         // whose video probabilities were made anew
    std::size_t changed = 0;       // of them, with other probabilities
    std::size_t changedTags = 0;   // of them, with other tags
    std::size_t leftOut = 0;       // never analysed, without media or without pictures
    std::vector<Tags> tags;        // of the clips whose sound was analysed too
    std::vector<Message> failures; // a sentence each
};

} // namespace tagscope
