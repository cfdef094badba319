// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/media_locate.h"
#include "ui/document/project_edits.h"

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
