// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;

namespace tagscope::ui {

// Where a form's field is several widgets in a row, its label's key leads to the first that takes keys, and a screen
// reader calls that by the label. Once, when the form has its rows.
void nameFields(QFormLayout &form);

} // namespace tagscope::ui
