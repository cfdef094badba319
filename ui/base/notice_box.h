// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace tagscope::ui {

// What must be read before anything else: what happened as a heading, then what it means, in the window's own letters
// and with its own drawing. Both plain text. Not shown yet; deletes itself when it is closed. GUI thread.
[[nodiscard]] QMessageBox *noticeBox(const QString &what, const QString &meaning, QWidget *parent);

} // namespace tagscope::ui
