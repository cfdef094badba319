// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/branch_choice.h"
#include "ui/document/project_edits.h"

#include <QObject>
#include <QUndoStack>

namespace tagscope::ui {

// Whose scores the branches of the open project have. Lives on the GUI thread.
class BranchSources : public QObject {
    Q_OBJECT

public:
    // Both outlive it.
    BranchSources(ProjectEdits &edits, QUndoStack &undo, QObject *parent = nullptr);

    // What the project says; another one is open, or somebody else may have chosen.
    void read();
    [[nodiscard]] const BranchChoice &choice() const { return choice_; }
    // Undoable. `text`: of the entry in the menu.
    void choose(const BranchChoice &choice, const QString &text);

private:
    void take(const std::string &json);

    ProjectEdits &edits_;
    QUndoStack &undo_;
    BranchChoice choice_;
    bool isReading_ = false;
};

} // namespace tagscope::ui
