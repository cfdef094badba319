// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sound_output.h"

#include <memory>

namespace tagscope::ui {

// The system's sound device, through Qt Multimedia on a thread of its own; a silent output where there is none. At each
// start it is the device that is chosen or the default by then. Immediate.
[[nodiscard]] std::unique_ptr<SoundOutput> deviceOutput();

// The sound's thread has ended; false: it hangs in the server's library, and the program ends without waiting for it.
[[nodiscard]] bool endSound();

// Whether anybody could answer for the devices. Immediate.
[[nodiscard]] bool hasSoundServer();

// Makes Qt Multimedia use the backend that works (Debian 12's GStreamer backend crashes); who chose one keeps it.
// Before the application is made.
void chooseMediaBackend();

} // namespace tagscope::ui
