// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMenu;

namespace tagscope::ui {

// Sees to it that no two entries of the menu share the letter that starts them by the keyboard: parts of the window
// that do not know each other add to the same menu, in every language. Whose letter is taken gets the first of its own
// that is free, beginnings of words before others; without one it has none.
void makeDistinct(QMenu &menu);

// The text of an entry as it is read: without the marks of letters, and the dots that say that more is asked.
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace tagscope::ui
