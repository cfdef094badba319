// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

namespace tagscope::ui {

// From now on the dialog is at least as high as what it holds needs at its width, up to its screen's height: texts that
// wrap and come later would otherwise be squeezed into the room there is. It never becomes lower by itself.
void keepHighEnough(QDialog &dialog);

} // namespace tagscope::ui
