// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/adjudicate.h"

namespace tagscope::ui {

Adjudicate::Adjudicate(ProjectEdits &edits, const std::optional<Verdict> &before, const Verdict &after,
                       const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), before_(after), after_(after) {
    before_.value = before ? before->value : std::nullopt;
    before_.note = before ? before->note : std::string();
    // Each is an entry of its own, of the time when it is given.
    before_.time = 0;
    after_.time = 0;
}

void Adjudicate::undo() {
    if (project_ == edits_.project())
        edits_.addVerdicts({before_});
}

void Adjudicate::redo() {
    if (project_ == edits_.project())
        edits_.addVerdicts({after_});
}

} // namespace tagscope::ui
