// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/revise_clip.h"

#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kFirstId = 4100; // apart from other commands' of the window

} // namespace

ReviseClip::ReviseClip(ClipRevisions &revisions, RevisedClip clip, ClipRevision revision, const QString &text,
                       Kind kind)
    : QUndoCommand(text), revisions_(revisions), clip_(std::move(clip)), before_(revisions.revision(clip_)),
      after_(std::move(revision)), kind_(kind) {
    keepEditsAlone();
}

void ReviseClip::keepEditsAlone() {
    if (!before_.mapping || !after_.mapping)
        return;
    Matrix &from = before_.mapping->table;
    Matrix &to = after_.mapping->table;
    if (from.empty() || from.rows != to.rows || from.columns != to.columns)
        return;
    for (std::size_t i = 0; i < from.values.size(); ++i)
        if (from.values[i] != to.values[i])
            edits_.push_back({i, from.values[i], to.values[i]});
    from = {};
    to = {};
}

// The table is the one that is there, but for the edits.
void ReviseClip::set(const ClipRevision &revision, float Edit::*share) {
    ClipRevision whole = revision;
    const ClipRevision current = revisions_.revision(clip_);
    if (whole.mapping && whole.mapping->table.empty() && whole.mapping->rule == MappingRule::Table && current.mapping)
        whole.mapping->table = current.mapping->table;
    for (const Edit &edit : edits_)
        whole.mapping->table.values[edit.at] = edit.*share;
    revisions_.set(clip_, whole);
}

void ReviseClip::undo() {
    set(before_, &Edit::before);
}

void ReviseClip::redo() {
    set(after_, &Edit::after);
}

int ReviseClip::id() const {
    return kind_ == Kind::Once ? -1 : kFirstId + static_cast<int>(kind_);
}

bool ReviseClip::mergeWith(const QUndoCommand *next) {
    const auto *later = dynamic_cast<const ReviseClip *>(next);
    if (later == nullptr || later->clip_ != clip_ || later->kind_ != kind_ || !edits_.empty() || !later->edits_.empty())
        return false;
    after_ = later->after_;
    setObsolete(after_ == before_);
    return true;
}

} // namespace tagscope::ui
