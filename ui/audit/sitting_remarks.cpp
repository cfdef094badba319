// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/sitting_remarks.h"

#include "ui/audit/audit_records.h"
#include "ui/audit/audit_sitting.h"
#include "ui/audit/give_remark.h"

#include <QUndoStack>
#include <utility>

namespace tagscope::ui {

Remark SittingRemarks::remark(RemarkKind kind, const QString &word, const QString &note) const {
    return {sitting_.current()->clip,
            kind,
            sitting_.annotator(),
            word.trimmed().toStdString(),
            note.trimmed().toStdString(),
            sitting_.setup().stage,
            0,
            true};
}

std::optional<Remark> SittingRemarks::flag() const {
    const std::optional<SittingRow> row = sitting_.current();
    if (!row)
        return std::nullopt;
    for (Remark &held : openRemarks(records_.remarks()))
        if (held.kind == RemarkKind::Flag && held.clip == row->clip && held.annotator == sitting_.annotator())
            return std::move(held);
    return std::nullopt;
}

void SittingRemarks::setFlag(const QString &note) {
    if (sitting_.current())
        push(remark(RemarkKind::Flag, {}, note), AuditSitting::tr("flag"));
}

void SittingRemarks::takeFlagBack() {
    if (std::optional<Remark> held = flag()) {
        held->time = 0;
        held->holds = false;
        push(std::move(*held), AuditSitting::tr("taking a flag off"));
    }
}

bool SittingRemarks::mayNameEvents() const {
    return sitting_.hasQueue() && sitting_.order().queue()->task && sitting_.order().queue()->task->mayAddEvents;
}

void SittingRemarks::nameNewEvent(const QString &name) {
    if (sitting_.current() && mayNameEvents())
        push(remark(RemarkKind::NewEvent, name, {}), AuditSitting::tr("new event %1").arg(name.trimmed()));
}

void SittingRemarks::push(Remark after, const QString &text) {
    Remark before = after;
    before.holds = false;
    for (const Remark &held : standingRemarks(records_.remarks()))
        if (held.clip == after.clip && held.kind == after.kind && held.word == after.word &&
            held.annotator == after.annotator)
            before = held;
    before.time = 0; // that of its own storing
    undo_.push(new GiveRemark(edits_, std::move(before), std::move(after), text));
}

} // namespace tagscope::ui
