// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stages/clip_revisions.h"

#include <QUndoCommand>
#include <cstddef>
#include <vector>

namespace tagscope::ui {

// A person's change to a clip's key frames or mapping. Changes of the same kind to the same clip that follow on one
// another, as under a slider that is drawn, are undone as one.
class ReviseClip : public QUndoCommand {
public:
    enum class Kind { Once, CutOff, Temperature };

    // `revisions` outlives the command.
    ReviseClip(ClipRevisions &revisions, RevisedClip clip, ClipRevision revision, const QString &text,
               Kind kind = Kind::Once);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override; // of the kinds that are merged
    bool mergeWith(const QUndoCommand *next) override;

private:
    // A cell of the mapping's table that is changed.
    struct Edit {
        std::size_t at = 0;
        float before = 0.0F;
        float after = 0.0F;
    };

    void keepEditsAlone();
    void set(const ClipRevision &revision, float Edit::*share);

    ClipRevisions &revisions_;
    RevisedClip clip_;
    ClipRevision before_;
    ClipRevision after_;
    std::vector<Edit> edits_; // where both have a table, which then are not kept: it is large
    Kind kind_;
};

} // namespace tagscope::ui
