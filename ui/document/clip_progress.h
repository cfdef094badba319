// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <optional>
#include <vector>

namespace tagscope::ui {

// The events that a clip is tagged with, as indices; nothing before its analysis, and where no network was there to
// say.
using TagsOfClip = std::optional<std::vector<int>>;

// How far the analysis of a clip is.
struct ClipProgress {
    enum class State {
        Untouched, // nobody asked yet
        Missing,   // its media was not found, and the project does not make any
        Waiting,   // for its turn
        Analysing,
        Done,
        Failed,
        Cancelled
    };

    State state = State::Untouched;
    double fraction = 0.0; // while Analysing
    QString stage;
    Error error; // of Failed
    TagsOfClip tags;
    std::vector<Message> misleads = {}; // of Done: misleadingNotes()
};

} // namespace tagscope::ui
