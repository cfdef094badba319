// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QAction;
class QUndoCommand;
class QUndoStack;

namespace tagscope::ui {

// While somebody judges blindly nothing from before the sitting is undone or done again, nor named by the entries: it
// would change what is judged and say what others know. GUI thread.
class UndoConcealment : public QObject {
    Q_OBJECT

public:
    // The entries are those of the window that have the ids edit.undo and edit.redo. Both outlive it.
    UndoConcealment(QObject &window, QUndoStack &undo);

    // `isBlind`: nothing from before now may be undone until it is false again.
    void set(bool isBlind);

private:
    void follow();
    void show(QAction &entry, bool isAllowed, bool isPossible, const QString &text) const;

    QObject &window_;
    QUndoStack &undo_;
    QPointer<QAction> undoEntry_;
    QPointer<QAction> redoEntry_;
    QString undoWord_;
    QString redoWord_;
    bool isBlind_ = false;
    int floor_ = 0;                      // what lies under it is from before
    const QUndoCommand *next_ = nullptr; // what could have been done again then; only compared
};

} // namespace tagscope::ui
