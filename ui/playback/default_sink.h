// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <chrono>

namespace tagscope::ui {

// The name of the device that the sound server gives to whoever asks for none: PulseAudio's default sink, and
// PipeWire's in its place. Asked on a connection of its own, because Qt 6.4 keeps the name that it learned first. Empty
// where no server answers in time. Waits: for the sound thread.
[[nodiscard]] QByteArray presentDefaultSink(std::chrono::milliseconds most);

} // namespace tagscope::ui
