// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/text.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_panel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

// What ProjectPanel offers for the selected clips.
namespace tagscope::ui {

void ProjectPanel::fillSelectionMenu() {
    qDeleteAll(selectionMenu_->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves them
    selectionMenu_->clear();
    const std::vector<ClipId> clips = selectedClips();
    const auto add = [this, &clips](QMenu &menu, const QString &text, auto action) {
        QAction *entry = menu.addAction(text);
        entry->setEnabled(!clips.empty());
        connect(entry, &QAction::triggered, this, action);
    };
    add(*selectionMenu_, tr("&Analyse"), [this] { Q_EMIT analysisAsked(selectedClips()); });
    QMenu *splits = selectionMenu_->addMenu(tr("Move to &split"));
    splits->setEnabled(!clips.empty());
    for (const QString &split : model_.splits()) {
        QString shown = split.isEmpty() ? tr("Without split") : split;
        add(*splits, shown.replace(QLatin1Char('&'), QStringLiteral("&&")),
            [this, split] { Q_EMIT splitAsked(selectedClips(), split); });
    }
    splits->addSeparator();
    add(*splits, tr("&Another split…"), [this] { askForSplit(); });
    addLabelMenu(tr("&Give label"), clips, true);
    addLabelMenu(tr("&Take label"), clips, false);
    add(*selectionMenu_, tr("&Copy names"), [this] { copyNames(); });
    selectionMenu_->addSeparator();
    QAction *all = selectionMenu_->addAction(tr("Select a&ll that are shown"));
    all->setEnabled(model_.rowCount() > 0);
    connect(all, &QAction::triggered, this, [this] { view()->selectAll(); });
}

// Of events that would change something in one of the clips.
void ProjectPanel::addLabelMenu(const QString &title, const std::vector<ClipId> &clips, bool isGiven) {
    QMenu *menu = selectionMenu_->addMenu(title);
    std::vector<std::size_t> labelled(model_.classes().size());
    for (const ClipId clip : clips)
        if (const LabelledClip *known = model_.find(clip))
            for (const int event : known->labels)
                ++labelled[static_cast<std::size_t>(event)];
    for (std::size_t k = 0; k < labelled.size(); ++k) {
        if (isGiven ? labelled[k] == clips.size() : labelled[k] == 0)
            continue;
        QString name = toText(model_.classes()[k].name);
        QAction *entry = menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(entry, &QAction::triggered, this,
                [this, k, isGiven] { Q_EMIT labelAsked(selectedClips(), static_cast<int>(k), isGiven); });
    }
    menu->setEnabled(!menu->isEmpty());
}

void ProjectPanel::askForSplit() {
    bool isGiven = false;
    const QString split =
        QInputDialog::getText(this, tr("Move to a split"), tr("Name of the split"), QLineEdit::Normal, {}, &isGiven)
            .trimmed();
    if (isGiven)
        Q_EMIT splitAsked(selectedClips(), split);
}

void ProjectPanel::copyNames() {
    QStringList names;
    for (const ClipId clip : selectedClips())
        names << toText(model_.find(clip)->clip.name);
    QApplication::clipboard()->setText(names.join(QLatin1Char('\n')));
}

} // namespace tagscope::ui
