// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace tagscope::ui {

// Sees to it that no two entries of the menu share the letter that starts them by the keyboard: parts of the window
// that do not know each other add to the same menu, in every language. Whose letter is taken gets the first of its own
// that is free, beginnings of words before others; without one it has none.
void makeDistinct(QMenu &menu);

} // namespace tagscope::ui
