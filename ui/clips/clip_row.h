// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/clip_progress.h"
#include "ui/document/shown_clip.h"

#include <QString>
#include <Qt>

namespace tagscope::ui {

// What a list says of a clip, beside its name (Qt::DisplayRole), to the one delegate of all lists of clips.
enum ClipRole {
    OriginRole = Qt::UserRole, // where it comes from and what it is labelled with; a line of text
    OutcomeRole,               // how far its analysis is and what that found, behind a sign; a line of text
    FractionRole               // of the analysis that is under way, 0 to 1; nothing where none is
};

// A sign for each, so that a list can be scanned.
[[nodiscard]] QString signOf(ClipProgress::State state);
// In words, where there is no more to say than that: empty of what is untouched, missing or done.
[[nodiscard]] QString progressText(const ClipProgress &progress);
// What stands of it in the middle of the window, beside the words.
void addProgress(ShownClip &shown, const ClipProgress &progress);

} // namespace tagscope::ui
