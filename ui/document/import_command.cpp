// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/import_command.h"

namespace tagscope::ui {
namespace {

// As of now, by which they are taken back.
void giveAgain(std::vector<MarkedRegion> &regions) {
    const std::int64_t now = nowInMicroseconds();
    for (MarkedRegion &region : regions) {
        region.added = now;
        region.removed.reset();
    }
}

} // namespace

ImportAnnotations::ImportAnnotations(ProjectEdits &edits, const AuditImportReport &report, const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), regions_(report.regions),
      regionsBefore_(report.regionsTakenBack), verdicts_(report.verdicts), verdictsBefore_(report.verdictsBefore),
      remarks_(report.remarks), remarksBefore_(report.remarksBefore) {
    for (Remark &remark : remarks_)
        remark.time = 0;
    for (Verdict &verdict : verdicts_)
        verdict.time = 0; // given again, they are given then
}

void ImportAnnotations::undo() {
    if (project_ != edits_.project())
        return;
    giveAgain(regionsBefore_);
    if (!regions_.empty() || !regionsBefore_.empty())
        edits_.changeRegions(regionsBefore_, regions_);
    if (!verdictsBefore_.empty())
        edits_.addVerdicts(verdictsBefore_);
    if (!remarksBefore_.empty())
        edits_.addRemarks(remarksBefore_);
    isStored_ = false;
}

void ImportAnnotations::redo() {
    if (isStored_ || project_ != edits_.project())
        return;
    giveAgain(regions_);
    if (!regions_.empty() || !regionsBefore_.empty())
        edits_.changeRegions(regions_, regionsBefore_);
    if (!verdicts_.empty())
        edits_.addVerdicts(verdicts_);
    if (!remarks_.empty())
        edits_.addRemarks(remarks_);
    isStored_ = true;
}

void takeImported(Document &document, const AuditImportReport &report, const QString &text) {
    if (report.added > 0)
        document.undo().push(new ImportAnnotations(
            document.edits(), report, text.isEmpty() ? ProjectEdits::tr("importing verdicts or regions") : text));
    if (report.addedEvents.empty())
        Q_EMIT document.edits().auditImported();
    else
        document.reload(); // everything has one more of something
}

} // namespace tagscope::ui
