// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/clip_table.h"

#include <cstddef>
#include <string>
#include <vector>

// What goes between the window and a project that it changes, as values.
namespace tagscope::ui {

// A clip whose recording was found somewhere else.
struct MovedMedia {
    FoundMedia before; // an empty path: it was never found
    FoundMedia after;
};

struct LocateOutcome {
    std::vector<MovedMedia> moved;
    std::size_t byContent = 0; // of them; the others by their names
    std::size_t missing = 0;   // still
    std::vector<Message> notes;
};

} // namespace tagscope::ui
