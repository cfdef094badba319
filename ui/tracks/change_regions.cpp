// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/change_regions.h"

#include <utility>

namespace tagscope::ui {

ChangeRegions::ChangeRegions(ProjectEdits &edits, RegionChange change, Apply apply, const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), change_(std::move(change)),
      apply_(std::move(apply)), isRefused_(std::make_shared<bool>(false)) {}

void ChangeRegions::undo() {
    run({change_.removals, change_.additions});
}

void ChangeRegions::redo() {
    run(change_);
}

void ChangeRegions::run(const RegionChange &change) {
    const bool isThere = *std::exchange(isRefused_, std::make_shared<bool>(false));
    if (!isThere && project_ == edits_.project())
        apply_(change, isRefused_);
}

} // namespace tagscope::ui
