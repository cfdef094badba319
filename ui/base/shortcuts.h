// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QStringList>
#include <vector>

class QAction;
class QObject;
class QWidget;

namespace tagscope::ui {

// Keys that a person may change. An action is known by an id that never changes and is never translated, such as
// "clip.next"; the keys that were chosen for it are kept in the settings under it. Several actions of one id (the same
// entry on many tables) share their keys. GUI thread.

// Gives the action its id and its keys: those that were chosen once, else `own`. Held, the keys repeat only what looks
// elsewhere.
void giveKeys(QAction &action, const QString &id, const QList<QKeySequence> &own);

// The id; empty where giveKeys() was never called.
[[nodiscard]] QString idOf(const QAction &action);
// Those that the program gave it.
[[nodiscard]] QList<QKeySequence> ownKeysOf(const QAction &action);

// An action that a person can give keys to.
struct KeyEntry {
    QString id;
    QString place; // menu or widget, in words; empty where it has no name
    QString text;  // without the marks of mnemonics
    QList<QKeySequence> keys;
    QList<QKeySequence> own; // that it has while nobody has chosen others
    bool isLocal = false;    // only where one of `widgets` has the focus
    QList<const QObject *> widgets;

    [[nodiscard]] bool isChanged() const { return keys != own; }
};

// One for each id in the window and its widgets, in the order in which they were made.
[[nodiscard]] std::vector<KeyEntry> keyEntries(const QWidget &window);

// The other entries that would react to the keys where this one does.
[[nodiscard]] std::vector<KeyEntry> conflictsWith(const std::vector<KeyEntry> &entries, const KeyEntry &entry,
                                                  const QKeySequence &keys);

// Chooses keys for all actions of the id, and keeps them; `own` keys are not kept, so that they may change with the
// program.
void chooseKeys(const QWidget &window, const QString &id, const QList<QKeySequence> &keys);

void resetAllKeys(const QWidget &window);

// Has the window's entries of these ids start by their keys in `other`, a window of its own, too: a dialog in front
// would keep them from it.
void shareKeys(const QWidget &window, const QStringList &ids, QWidget &other);

} // namespace tagscope::ui
