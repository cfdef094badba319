// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_edits.h"

#include <QUndoCommand>
#include <functional>
#include <memory>

namespace tagscope::ui {

// An annotator's verdict on a pair. Undoing it adds what was said before, or that nothing is said, to the history: of
// that nothing is ever taken out. Does nothing once another project is open.
class GiveVerdict : public QUndoCommand {
public:
    // Who follows what holds now; `isUndone`: that is what was said before.
    using Follow = std::function<void(const Verdict &now, bool isUndone)>;

    // Of the same pair, stage and annotator.
    GiveVerdict(ProjectEdits &edits, Verdict before, Verdict after, Follow follow, const QString &text);

    [[nodiscard]] bool gives(const Verdict &verdict) const { return verdict == after_; }
    // Such a verdict could not be stored: there is nothing to be undone.
    void refuse() const { *isRefused_ = true; }
    [[nodiscard]] bool isRefused() const { return *isRefused_; }

    void undo() override;
    void redo() override;

private:
    void add(const Verdict &verdict, bool isUndone);

    ProjectEdits &edits_;
    std::uint64_t project_;
    Verdict before_;
    Verdict after_;
    Follow follow_;
    std::shared_ptr<bool> isRefused_; // by who sees the command as the stack shows it
};

} // namespace tagscope::ui
