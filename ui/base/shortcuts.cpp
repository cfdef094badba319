// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/shortcuts.h"

#include "ui/base/mnemonics.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QSettings>
#include <QWidget>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr char kId[] = "actionId";
constexpr char kOwn[] = "ownKeys";

QString settingsKey(const QString &id) {
    return QStringLiteral("shortcuts/") + id;
}

QString asText(const QList<QKeySequence> &keys) {
    return QKeySequence::listToString(keys, QKeySequence::PortableText);
}

QList<QKeySequence> fromText(const QString &text) {
    return text.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(text, QKeySequence::PortableText);
}

QList<QAction *> actionsOf(const QWidget &window, const QString &id) {
    QList<QAction *> found;
    for (QAction *action : window.findChildren<QAction *>())
        if (idOf(*action) == id)
            found << action;
    return found;
}

QString placeOf(const QAction &action) {
    for (const QObject *object : action.associatedObjects())
        if (const auto *menu = qobject_cast<const QMenu *>(object))
            return withoutMnemonic(menu->title());
    return {};
}

QList<const QObject *> widgetsOf(const QAction &action) {
    const QList<QObject *> objects = action.associatedObjects();
    return {objects.begin(), objects.end()};
}

KeyEntry entryOf(const QAction &action) {
    return {.id = idOf(action),
            .place = placeOf(action),
            .text = withoutMnemonic(action.text()),
            .keys = action.shortcuts(),
            .own = ownKeysOf(action),
            .isLocal = action.shortcutContext() == Qt::WidgetShortcut ||
                       action.shortcutContext() == Qt::WidgetWithChildrenShortcut,
            .widgets = widgetsOf(action)};
}

void apply(const QList<QAction *> &actions, const QList<QKeySequence> &keys) {
    for (QAction *action : actions)
        action->setShortcuts(keys);
}

// What a held key may do again and again: look elsewhere. Whatever stores something happens once a press.
bool doesRepeat(const QString &id) {
    static const QStringList moves{QStringLiteral("clip.next"), QStringLiteral("clip.previous"),
                                   QStringLiteral("event."),    QStringLiteral("keyFrame."),
                                   QStringLiteral("picture."),  QStringLiteral("view."),
                                   QStringLiteral("speed.")};
    return std::ranges::any_of(moves, [&id](const QString &move) { return id.startsWith(move); });
}

} // namespace

void giveKeys(QAction &action, const QString &id, const QList<QKeySequence> &own) {
    action.setAutoRepeat(doesRepeat(id));
    QList<QKeySequence> given = own;
    given.removeAll(QKeySequence());
    action.setProperty(kId, id);
    action.setProperty(kOwn, asText(given));
    const QVariant chosen = QSettings().value(settingsKey(id));
    action.setShortcuts(chosen.isValid() ? fromText(chosen.toString()) : given);
}

QString idOf(const QAction &action) {
    return action.property(kId).toString();
}

QList<QKeySequence> ownKeysOf(const QAction &action) {
    return fromText(action.property(kOwn).toString());
}

std::vector<KeyEntry> keyEntries(const QWidget &window) {
    std::vector<KeyEntry> entries;
    for (const QAction *action : window.findChildren<QAction *>()) {
        const QString id = idOf(*action);
        if (id.isEmpty())
            continue;
        const auto known =
            std::find_if(entries.begin(), entries.end(), [&id](const KeyEntry &entry) { return entry.id == id; });
        if (known == entries.end())
            entries.push_back(entryOf(*action));
        else
            known->widgets += widgetsOf(*action);
    }
    return entries;
}

std::vector<KeyEntry> conflictsWith(const std::vector<KeyEntry> &entries, const KeyEntry &entry,
                                    const QKeySequence &keys) {
    const auto isElsewhere = [&entry](const KeyEntry &other) {
        return entry.isLocal && other.isLocal &&
               std::none_of(other.widgets.begin(), other.widgets.end(),
                            [&entry](const QObject *widget) { return entry.widgets.contains(widget); });
    };
    std::vector<KeyEntry> found;
    for (const KeyEntry &other : entries)
        if (other.id != entry.id && other.keys.contains(keys) && !isElsewhere(other))
            found.push_back(other);
    return found;
}

void chooseKeys(const QWidget &window, const QString &id, const QList<QKeySequence> &keys) {
    const QList<QAction *> actions = actionsOf(window, id);
    if (actions.isEmpty())
        return;
    apply(actions, keys);
    if (keys == ownKeysOf(*actions.front()))
        QSettings().remove(settingsKey(id));
    else
        QSettings().setValue(settingsKey(id), asText(keys));
}

void resetAllKeys(const QWidget &window) {
    for (const KeyEntry &entry : keyEntries(window))
        chooseKeys(window, entry.id, entry.own);
}

void shareKeys(const QWidget &window, const QStringList &ids, QWidget &other) {
    for (const QString &id : ids)
        other.addActions(actionsOf(window, id));
}

} // namespace tagscope::ui
