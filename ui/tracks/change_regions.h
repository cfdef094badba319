// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_edits.h"
#include "ui/tracks/region_changes.h"

#include <QString>
#include <QUndoCommand>
#include <functional>
#include <memory>

namespace tagscope::ui {

// Regions of the open project are marked, moved or taken away. Does nothing once another project is open.
class ChangeRegions : public QUndoCommand {
public:
    // Who carries the change out; sets `isRefused` once it is known that it was not stored.
    using Apply = std::function<void(const RegionChange &change, const std::shared_ptr<bool> &isRefused)>;

    ChangeRegions(ProjectEdits &edits, RegionChange change, Apply apply, const QString &text);

    void undo() override;
    void redo() override;

private:
    void run(const RegionChange &change);

    ProjectEdits &edits_;
    std::uint64_t project_;
    RegionChange change_;
    Apply apply_;
    std::shared_ptr<bool> isRefused_; // of the last step, which then needs no step back
};

} // namespace tagscope::ui
