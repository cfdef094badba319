// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <optional>

class QAction;
class QKeyEvent;
class QWidget;

namespace tagscope::ui {

// Keys by their place on the keyboard, for layouts whose keys say something else: on a French one the digits need
// Shift, a Greek or Cyrillic one has no Latin letters.

// The place of a digit or a Latin letter on a keyboard of the United States; nothing for other keys (Qt::Key).
[[nodiscard]] std::optional<quint32> placeOf(int key);
// Whether a key at the place (QKeyEvent::nativeScanCode()) is one of those, and all such places.
[[nodiscard]] bool isKeyPlace(quint32 place);
[[nodiscard]] QList<quint32> keyPlaces();

// What the key would be on a keyboard of the United States, with the event's modifiers; none where the system does not
// tell places, or the key is a digit or a Latin letter of its layout.
[[nodiscard]] QList<QKeySequence> keysAtPlace(const QKeyEvent &event);

// The entry of the window that these keys start by their place, where no entry is started by what they say; null where
// there is none.
[[nodiscard]] QAction *actionAtPlace(const QWidget &window, const QKeyEvent &event);

} // namespace tagscope::ui
