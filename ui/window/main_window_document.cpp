// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_desk.h"
#include "ui/clips/project_panel.h"
#include "ui/document/project_commands.h"
#include "ui/window/main_window.h"

#include <QMenu>
#include <QStatusBar>
#include <utility>

// The document: what changes the open project, and can be undone.
namespace tagscope::ui {

void MainWindow::makeDocument() {
    ProjectPanel *panel = desk_->panel();
    projectMenu_->addSeparator();
    projectMenu_->addMenu(panel->selectionMenu());
    addEntry(
        *projectMenu_, tr("&Find clips"), QKeySequence::Find, [panel] { panel->focusSearch(); },
        QStringLiteral("project.search"));
    makeFileEntries();
    const auto follow = [this] { // what was done to another project cannot be undone in this one
        if (std::exchange(document_, desk_->edits().project()) != desk_->edits().project())
            undo_.clear();
    };
    connect(&desk_->session(), &ProjectSession::opened, this, follow);
    connect(&desk_->session(), &ProjectSession::closed, this, follow);
    connect(panel, &ProjectPanel::splitAsked, this, &MainWindow::moveToSplit);
    connect(panel, &ProjectPanel::savedFiltersAsked, this,
            [this](const std::vector<NamedClipFilter> &filters, const QString &what) {
                const std::string before = desk_->savedFilters().empty() ? "[]" : desk_->savedFilters();
                undo_.push(new ChangeSetting(desk_->edits(), kClipFiltersKey, before,
                                             jsonOf(filters, desk_->clips().classes()), what));
            });
    connect(&desk_->edits(), &ProjectEdits::failed, this,
            [this](const Error &error) { statusBar()->showMessage(translated(error.message)); });
    connect(&desk_->judge(), &ClipJudge::failed, this,
            [this](const Error &error) { statusBar()->showMessage(translated(error.message)); });
    connect(&mapping_, &MappingService::mapped, &desk_->judge(), &ClipJudge::refresh);
    connect(&mapping_, &MappingService::restored, &desk_->judge(), &ClipJudge::refresh);
    connect(&point_, &CurrentPoint::changed, this, [this] { desk_->judge().setPoint(point_.point()); });
}

void MainWindow::moveToSplit(const std::vector<ClipId> &clips, const QString &split) {
    std::vector<SplitOfClip> before;
    std::vector<SplitOfClip> after;
    for (const ClipId clip : clips) {
        const LabelledClip *now = desk_->clips().find(clip);
        if (now == nullptr || toText(now->clip.split) == split)
            continue;
        before.push_back({clip, now->clip.split});
        after.push_back({clip, split.toStdString()});
    }
    if (after.empty())
        return;
    const auto count = static_cast<int>(after.size());
    const QString name = split.isEmpty() ? tr("no split") : split;
    undo_.push(new ChangeSplits(desk_->edits(), std::move(before), std::move(after),
                                tr("move of clips to %2: %1").arg(count).arg(name)));
}

} // namespace tagscope::ui
