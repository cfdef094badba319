// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tagscope::ui {

// A number for a drag that begins, other than 0 and all before: its steps are undone together. GUI thread.
[[nodiscard]] inline int nextGesture() {
    static int last = 0;
    return ++last;
}

} // namespace tagscope::ui
