// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sound_output.h"

#include <memory>

namespace tagscope::ui {

// The system's sound device, through Qt Multimedia; a silent output where there is none. Immediate.
[[nodiscard]] std::unique_ptr<SoundOutput> deviceOutput();

// Makes Qt Multimedia use the backend that works (Debian 12's GStreamer backend crashes); who chose one keeps it.
// Before the application is made.
void chooseMediaBackend();

} // namespace tagscope::ui
