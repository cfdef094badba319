// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/undo_concealment.h"

#include "ui/base/shortcuts.h"

#include <QAction>
#include <QUndoStack>

namespace tagscope::ui {

UndoConcealment::UndoConcealment(QObject &window, QUndoStack &undo) : QObject(&window), window_(window), undo_(undo) {}

void UndoConcealment::set(bool isBlind) {
    if (isBlind == isBlind_)
        return;
    if (undoEntry_ == nullptr) {
        for (QAction *entry : window_.findChildren<QAction *>()) {
            if (idOf(*entry) == QStringLiteral("edit.undo"))
                undoEntry_ = entry;
            if (idOf(*entry) == QStringLiteral("edit.redo"))
                redoEntry_ = entry;
        }
        if (undoEntry_ == nullptr || redoEntry_ == nullptr)
            return;
        // Now, so that it is done after what the stack itself does to its entries.
        connect(&undo_, &QUndoStack::canUndoChanged, this, &UndoConcealment::follow);
        connect(&undo_, &QUndoStack::undoTextChanged, this, &UndoConcealment::follow);
        connect(&undo_, &QUndoStack::canRedoChanged, this, &UndoConcealment::follow);
        connect(&undo_, &QUndoStack::redoTextChanged, this, &UndoConcealment::follow);
        const auto wordOf = [](const QAction &entry, const QString &what) {
            return what.isEmpty() ? entry.text() : entry.text().chopped(what.size() + 1);
        };
        undoWord_ = wordOf(*undoEntry_, undo_.undoText());
        redoWord_ = wordOf(*redoEntry_, undo_.redoText());
    }
    isBlind_ = isBlind;
    floor_ = undo_.index();
    next_ = undo_.command(floor_);
    follow();
}

void UndoConcealment::follow() {
    if (undoEntry_ == nullptr || redoEntry_ == nullptr)
        return;
    const int index = undo_.index();
    if (index > floor_)
        next_ = nullptr; // something was done since: what was to be done again is gone
    const bool isOldNext = next_ != nullptr && index <= floor_ && undo_.command(floor_) == next_;
    show(*undoEntry_, !isBlind_ || index > floor_, undo_.canUndo(), undoWord_ + QLatin1Char(' ') + undo_.undoText());
    show(*redoEntry_, !isBlind_ || !isOldNext, undo_.canRedo(), redoWord_ + QLatin1Char(' ') + undo_.redoText());
}

void UndoConcealment::show(QAction &entry, bool isAllowed, bool isPossible, const QString &text) const {
    entry.setEnabled(isAllowed && isPossible);
    entry.setText(isAllowed && isPossible ? text : &entry == undoEntry_ ? undoWord_ : redoWord_);
}

} // namespace tagscope::ui
