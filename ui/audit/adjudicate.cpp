// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/adjudicate.h"

#include <utility>

namespace tagscope::ui {

Adjudicate::Adjudicate(ProjectEdits &edits, const std::optional<Verdict> &before, const Verdict &after,
                       const QString &text, std::function<void()> followUndo)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), before_(after), after_(after),
      followUndo_(std::move(followUndo)) {
    before_.value = before ? before->value : std::nullopt;
    before_.note = before ? before->note : std::string();
    // Each is an entry of its own, of the time when it is given.
    before_.time = 0;
    after_.time = 0;
}

void Adjudicate::undo() {
    if (project_ != edits_.project())
        return;
    edits_.addVerdicts({before_});
    if (followUndo_)
        followUndo_();
}

void Adjudicate::redo() {
    if (project_ == edits_.project())
        edits_.addVerdicts({after_});
}

} // namespace tagscope::ui
