// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tagscope {

// Some messages (message.h) say what to do, which is a menu in the window and a command on the command line.
enum class Wording { Window, CommandLine };

// How messages speak from here on: a program says it first of all, on one thread. Until then: Window.
void speakAs(Wording wording);

} // namespace tagscope
