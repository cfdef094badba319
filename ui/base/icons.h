// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace tagscope::ui {

// The program's own drawings, in resources/icons/actions, such as "play": sharp at every scaling, in the colour of
// texts of the palette that is set when they are painted. GUI thread.
[[nodiscard]] QIcon icon(const QString &name);

} // namespace tagscope::ui
