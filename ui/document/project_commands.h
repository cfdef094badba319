// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/media_locate.h"
#include "ui/document/document.h"

#include <QString>
#include <QUndoCommand>
#include <vector>

namespace tagscope::ui {

// Clips of the open project go to other splits. Does nothing once another project is open, as all of these.
class ChangeSplits : public QUndoCommand {
public:
    // Of the same clips.
    ChangeSplits(ProjectEdits &edits, std::vector<SplitOfClip> before, std::vector<SplitOfClip> after,
                 const QString &text);

    void undo() override;
    void redo() override;

private:
    ProjectEdits &edits_;
    std::uint64_t project_;
    std::vector<SplitOfClip> before_;
    std::vector<SplitOfClip> after_;
};

// Recordings were found somewhere else.
class ChangePlaces : public QUndoCommand {
public:
    ChangePlaces(ProjectEdits &edits, const std::vector<LocatedMedia> &moved, const QString &text);

    void undo() override;
    void redo() override;

private:
    ProjectEdits &edits_;
    std::uint64_t project_;
    std::vector<FoundMedia> before_;
    std::vector<FoundMedia> after_;
};

// Clips get a weak label each, or lose it.
class ChangeLabels : public QUndoCommand {
public:
    // Of clips that lack them, or have them.
    ChangeLabels(ProjectEdits &edits, std::vector<std::pair<ClipId, int>> labels, bool isGiven, const QString &text);

    void undo() override;
    void redo() override;

private:
    void change(bool isGiven);

    ProjectEdits &edits_;
    std::uint64_t project_;
    std::vector<std::pair<ClipId, int>> labels_;
    bool isGiven_;
};

// Clips and labels that an import has stored already.
class ImportClips : public QUndoCommand {
public:
    ImportClips(ProjectEdits &edits, ProjectChange change, const QString &text);

    void undo() override;
    void redo() override;

private:
    ProjectEdits &edits_;
    std::uint64_t project_;
    std::shared_ptr<ProjectChange> change_; // of another thread as well, one after the other
    bool isStored_ = true;
};

// What was imported into the open project can be undone, and all that shows it reads it again.
void takeImportedClips(Document &document, const ProjectChange &change);

// An event comes, goes or becomes another.
class ChangeEvents : public QUndoCommand {
public:
    ChangeEvents(ProjectEdits &edits, EventEdit edit, const QString &text);

    void undo() override;
    void redo() override;

private:
    // Of another thread as well, one after the other.
    struct Edits {
        std::optional<EventEdit> forward;
        std::optional<EventEdit> back; // nothing before it is done, or where it was refused
    };
    void change(std::optional<EventEdit> Edits::*wanted, std::optional<EventEdit> Edits::*inverse);

    ProjectEdits &edits_;
    std::uint64_t project_;
    std::shared_ptr<Edits> both_;
};

// One of the project's settings, such as its filters of clips.
class ChangeSetting : public QUndoCommand {
public:
    ChangeSetting(ProjectEdits &edits, std::string key, std::string before, std::string after, const QString &text);

    void undo() override;
    void redo() override;

private:
    ProjectEdits &edits_;
    std::uint64_t project_;
    std::string key_;
    std::string before_; // JSON, as `after_`
    std::string after_;
};

} // namespace tagscope::ui
