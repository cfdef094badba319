// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/branch_sources.h"

#include "ui/document/project_commands.h"

#include <utility>

namespace tagscope::ui {

BranchSources::BranchSources(ProjectEdits &edits, QUndoStack &undo, QObject *parent)
    : QObject(parent), edits_(edits), undo_(undo) {
    connect(&edits_, &ProjectEdits::settingKnown, this, [this](const std::string &key, const std::string &json) {
        if (key == kBranchSetting)
            take(json);
    });
}

void BranchSources::read() {
    isReading_ = true;
    edits_.readSetting(std::string(kBranchSetting));
}

void BranchSources::choose(const BranchChoice &choice, const QString &text) {
    if (choice != choice_)
        undo_.push(new ChangeSetting(edits_, std::string(kBranchSetting), jsonOf(choice_), jsonOf(choice), text));
}

// Other sources are other scores for whatever shows them.
void BranchSources::take(const std::string &json) {
    const BranchChoice before = std::exchange(choice_, branchChoiceIn(json));
    if (!std::exchange(isReading_, false) && choice_ != before)
        Q_EMIT edits_.scoresChanged();
}

} // namespace tagscope::ui
