// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace tagscope::ui {

// Fills the menu with the devices that sound can go to, each time it is opened. The chosen one is used from the next
// start on, as long as it is there.
void offerSoundDevices(QMenu &menu);

} // namespace tagscope::ui
