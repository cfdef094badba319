// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_report.h"
#include "ui/document/document.h"

#include <QString>
#include <QUndoCommand>
#include <cstdint>

namespace tagscope::ui {

// Verdicts or regions that an import or a merge has stored already: undoing takes them back, as far as the history of
// an audit does that, and redoing gives them again. Does nothing once another project is open.
class ImportAnnotations : public QUndoCommand {
public:
    ImportAnnotations(ProjectEdits &edits, const AuditImportReport &report, const QString &text);

    void undo() override;
    void redo() override;

private:
    ProjectEdits &edits_;
    std::uint64_t project_;
    std::vector<MarkedRegion> regions_;
    std::vector<MarkedRegion> regionsBefore_; // that the import took back
    std::vector<Verdict> verdicts_;
    std::vector<Verdict> verdictsBefore_;
    std::vector<Remark> remarks_;
    std::vector<Remark> remarksBefore_;
    bool isStored_ = true; // by the import itself
};

// Of the open project: what was imported, or merged, can be undone, and who shows it reads it again. `text`: what was
// done; empty: importing.
void takeImported(Document &document, const AuditImportReport &report, const QString &text = {});

} // namespace tagscope::ui
