// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/remark_table.h"

#include <QString>
#include <optional>

class QUndoStack;

namespace tagscope::ui {

class AuditRecords;
class AuditSitting;
class ProjectEdits;

// What the annotator of a sitting tells the lead of the clip that is looked at. Does nothing where none is. GUI thread.
class SittingRemarks {
public:
    // All outlive it.
    SittingRemarks(const AuditSitting &sitting, ProjectEdits &edits, const AuditRecords &records, QUndoStack &undo)
        : sitting_(sitting), edits_(edits), records_(records), undo_(undo) {}

    // For somebody to come back to the clip: the annotator's flag on it, where there is one that is open.
    [[nodiscard]] std::optional<Remark> flag() const;
    void setFlag(const QString &note);
    void takeFlagBack();
    // The task's plan lets annotators name events that the project does not have.
    [[nodiscard]] bool mayNameEvents() const;
    void nameNewEvent(const QString &name);

private:
    void push(Remark after, const QString &text);
    [[nodiscard]] Remark remark(RemarkKind kind, const QString &word, const QString &note) const;

    const AuditSitting &sitting_;
    ProjectEdits &edits_;
    const AuditRecords &records_;
    QUndoStack &undo_;
};

} // namespace tagscope::ui
