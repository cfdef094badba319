// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tagscope::ui {

// Qt (6.4) tells screen readers that a cell of a table or list has the keys whenever it becomes the current one, also
// in a panel that nobody is at: they leave what the person is at, and say no more of it. From now on only what has the
// keys is told to have them. GUI thread; once, or again without effect.
void tellOnlyTrueFocus();

} // namespace tagscope::ui
