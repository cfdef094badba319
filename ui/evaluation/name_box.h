// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QComboBox;

namespace tagscope::ui {

// A box of names, the first of which stands for what is usual and has no data. GUI thread.

// Keeps what was chosen, where it is still there, and says nothing of it.
void fillNames(QComboBox &box, const QStringList &names, const QString &first);
[[nodiscard]] QStringList namesIn(const QComboBox &box); // without the first

} // namespace tagscope::ui
