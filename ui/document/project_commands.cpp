// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_commands.h"

#include <utility>

namespace tagscope::ui {

ChangeSplits::ChangeSplits(ProjectEdits &edits, std::vector<SplitOfClip> before, std::vector<SplitOfClip> after,
                           const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), before_(std::move(before)),
      after_(std::move(after)) {}

void ChangeSplits::undo() {
    if (project_ == edits_.project())
        edits_.setSplits(before_);
}

void ChangeSplits::redo() {
    if (project_ == edits_.project())
        edits_.setSplits(after_);
}

ChangePlaces::ChangePlaces(ProjectEdits &edits, const std::vector<LocatedMedia> &moved, const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()) {
    for (const LocatedMedia &media : moved) {
        before_.push_back(media.before);
        after_.push_back(media.after);
    }
}

void ChangePlaces::undo() {
    if (project_ == edits_.project())
        edits_.setPlaces(before_);
}

void ChangePlaces::redo() {
    if (project_ == edits_.project())
        edits_.setPlaces(after_);
}

ChangeLabels::ChangeLabels(ProjectEdits &edits, std::vector<std::pair<ClipId, int>> labels, bool isGiven,
                           const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), labels_(std::move(labels)), isGiven_(isGiven) {}

void ChangeLabels::change(bool isGiven) {
    if (project_ == edits_.project())
        edits_.setLabels(labels_, isGiven);
}

void ChangeLabels::undo() {
    change(!isGiven_);
}

void ChangeLabels::redo() {
    change(isGiven_);
}

ImportClips::ImportClips(ProjectEdits &edits, ProjectChange change, const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()),
      change_(std::make_shared<ProjectChange>(std::move(change))) {}

void ImportClips::undo() {
    if (project_ == edits_.project())
        edits_.takeBack(change_);
    isStored_ = false;
}

void ImportClips::redo() {
    if (!isStored_ && project_ == edits_.project())
        edits_.takeBack(change_);
    isStored_ = true;
}

void takeImportedClips(Document &document, const ProjectChange &change) {
    if (!change.isEmpty())
        document.undo().push(new ImportClips(document.edits(), change, ProjectEdits::tr("importing clips and labels")));
    document.reload();
}

ChangeEvents::ChangeEvents(ProjectEdits &edits, EventEdit edit, const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), both_(std::make_shared<Edits>()) {
    both_->forward = std::move(edit);
}

void ChangeEvents::change(std::optional<EventEdit> Edits::*wanted, std::optional<EventEdit> Edits::*inverse) {
    if (project_ != edits_.project())
        return;
    edits_.editEvents([both = both_, wanted] { return std::exchange((*both).*wanted, std::nullopt); },
                      [both = both_, inverse](const EventEdit &made) { (*both).*inverse = made; });
}

void ChangeEvents::undo() {
    change(&Edits::back, &Edits::forward);
}

void ChangeEvents::redo() {
    change(&Edits::forward, &Edits::back);
}

ChangeSetting::ChangeSetting(ProjectEdits &edits, std::string key, std::string before, std::string after,
                             const QString &text)
    : QUndoCommand(text), edits_(edits), project_(edits.project()), key_(std::move(key)), before_(std::move(before)),
      after_(std::move(after)) {}

void ChangeSetting::undo() {
    if (project_ == edits_.project())
        edits_.setSetting(key_, before_);
}

void ChangeSetting::redo() {
    if (project_ == edits_.project())
        edits_.setSetting(key_, after_);
}

} // namespace tagscope::ui
