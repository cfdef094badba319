// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_edits.h"

#include <QString>
#include <QUndoCommand>
#include <functional>
#include <optional>

namespace tagscope::ui {

// Somebody decides what holds of a pair on which annotators differ. The history keeps both that and its undoing. Does
// nothing once another project is open.
class Adjudicate : public QUndoCommand {
public:
    // `before`: what the same person had decided before, if anything. `after`: without a value, the decision is taken
    // back. `followUndo`: the pair's decision was undone, and it is to be looked at again.
    Adjudicate(ProjectEdits &edits, const std::optional<Verdict> &before, const Verdict &after, const QString &text,
               std::function<void()> followUndo = {});

    void undo() override;
    void redo() override;

private:
    ProjectEdits &edits_;
    std::uint64_t project_;
    Verdict before_;
    Verdict after_;
    std::function<void()> followUndo_;
};

} // namespace tagscope::ui
