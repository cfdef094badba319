// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/give_remark.h"

#include <utility>

namespace tagscope::ui {

GiveRemark::GiveRemark(ProjectEdits &edits, Remark before, Remark after, const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), before_(std::move(before)),
      after_(std::move(after)) {}

void GiveRemark::undo() {
    add(before_);
}

void GiveRemark::redo() {
    add(after_);
}

void GiveRemark::add(const Remark &remark) {
    if (project_ == edits_.project())
        edits_.addRemarks({remark});
}

} // namespace tagscope::ui
