// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_edits.h"

#include <QUndoCommand>
#include <cstdint>

namespace tagscope::ui {

// Something that an annotator tells the lead of a clip. Undoing it adds what was told before, or that nothing is, to
// the history. Does nothing once another project is open.
class GiveRemark : public QUndoCommand {
public:
    // Of the same clip, kind, word and annotator.
    GiveRemark(ProjectEdits &edits, Remark before, Remark after, const QString &text);

    void undo() override;
    void redo() override;

private:
    void add(const Remark &remark);

    ProjectEdits &edits_;
    std::uint64_t project_;
    Remark before_;
    Remark after_;
};

} // namespace tagscope::ui
