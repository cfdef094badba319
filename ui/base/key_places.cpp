// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/key_places.h"

#include <QAction>
#include <QKeyEvent>
#include <QWidget>
#include <algorithm>
#include <array>

namespace tagscope::ui {

namespace {

// Of X11 and Wayland: the kernel's numbers plus 8. Rows from their first keys to the right.
struct KeyRow {
    quint32 first = 0;
    const char *keys = nullptr;
};
constexpr std::array<KeyRow, 4> kRows{{{10, "1234567890"}, {24, "QWERTYUIOP"}, {38, "ASDFGHJKL"}, {52, "ZXCVBNM"}}};

std::optional<int> keyAt(quint32 place) {
    for (const KeyRow &row : kRows)
        if (place >= row.first && place < row.first + qstrlen(row.keys))
            return static_cast<int>(row.keys[place - row.first]); // Qt's numbers of these keys
    return std::nullopt;
}

bool isLatin(int key) {
    return (key >= Qt::Key_A && key <= Qt::Key_Z) || (key >= Qt::Key_0 && key <= Qt::Key_9);
}

QKeySequence sequenceOf(const QKeyEvent &event, int key) {
    return QKeySequence(static_cast<int>(event.modifiers() & ~Qt::KeypadModifier) | key);
}

// Everywhere in the window.
bool isStartedBy(const QAction &action, const QKeySequence &keys) {
    return action.shortcutContext() != Qt::WidgetShortcut &&
           action.shortcutContext() != Qt::WidgetWithChildrenShortcut && action.shortcuts().contains(keys);
}

} // namespace

std::optional<quint32> placeOf(int key) {
    for (const KeyRow &row : kRows)
        for (quint32 at = 0; at < qstrlen(row.keys); ++at)
            if (static_cast<int>(row.keys[at]) == key)
                return row.first + at;
    return std::nullopt;
}

bool isKeyPlace(quint32 place) {
    return keyAt(place).has_value();
}

QList<quint32> keyPlaces() {
    QList<quint32> places;
    for (const KeyRow &row : kRows)
        for (quint32 at = 0; at < qstrlen(row.keys); ++at)
            places << row.first + at;
    return places;
}

QList<QKeySequence> keysAtPlace(const QKeyEvent &event) {
    QList<QKeySequence> keys;
    if (const std::optional<int> key = keyAt(event.nativeScanCode()); key && !isLatin(event.key()))
        keys << sequenceOf(event, *key);
    if (event.key() == Qt::Key_Equal && event.modifiers() == Qt::ControlModifier)
        keys << sequenceOf(event, Qt::Key_Plus); // the key that says + with Shift
    return keys;
}

QAction *actionAtPlace(const QWidget &window, const QKeyEvent &event) {
    const QList<QKeySequence> places = keysAtPlace(event);
    if (places.isEmpty())
        return nullptr;
    const QKeySequence said = sequenceOf(event, event.key());
    QAction *found = nullptr;
    for (QAction *action : window.findChildren<QAction *>()) {
        if (!action->isEnabled())
            continue;
        if (isStartedBy(*action, said))
            return nullptr;
        const bool isHere =
            std::ranges::any_of(places, [action](const QKeySequence &keys) { return isStartedBy(*action, keys); });
        if (isHere && found == nullptr)
            found = action;
    }
    return found;
}

} // namespace tagscope::ui
