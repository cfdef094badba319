// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/give_verdict.h"

#include <utility>

namespace tagscope::ui {

GiveVerdict::GiveVerdict(ProjectEdits &edits, Verdict before, Verdict after, Follow follow, const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), before_(std::move(before)),
      after_(std::move(after)), follow_(std::move(follow)), isRefused_(std::make_shared<bool>(false)) {}

void GiveVerdict::undo() {
    if (*isRefused_)
        setObsolete(true);
    else
        add(before_, true);
}

void GiveVerdict::redo() {
    *isRefused_ = false;
    add(after_, false);
}

void GiveVerdict::add(const Verdict &verdict, bool isUndone) {
    if (project_ != edits_.project())
        return;
    edits_.addVerdicts({verdict});
    follow_(verdict, isUndone);
}

} // namespace tagscope::ui
