// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tagscope::ui {

// What mouse and keys do on the tracks, which nobody can change, as a table in rich text.
[[nodiscard]] QString trackGestures();

} // namespace tagscope::ui
