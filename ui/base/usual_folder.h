// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tagscope::ui {

// Where a dialog for files begins: the folder that was last kept in the settings under `key`, while it is there; else
// that of the person's documents, or their home. Never empty, so that a name may be put behind it.
[[nodiscard]] QString usualFolder(const QString &key);

} // namespace tagscope::ui
