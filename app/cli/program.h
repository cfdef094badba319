// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace tagscope::cli {

// LibTorch takes a second to load, whatever a program then does, and most commands need no network. So there are two
// programs: tagscope-cli, which a person starts, is linked without it and has every command but those here; for them it
// becomes tagscope-cli-networks beside it, which has all commands.
struct NetworkCommands {
    using Add = void (*)(CLI::App &program, ChosenCommand &chosen);

    Add models, features, train, predict;
    Add demo = nullptr, tag = nullptr, explain = nullptr, video = nullptr; // where media are decoded
    // The program that has these commands where this one only knows their names: a command that takes whatever follows.
    const char *elsewhere = nullptr;
};

// main() of both: answers the exit status.
int runProgram(int argc, char **argv, const NetworkCommands &networks);

} // namespace tagscope::cli
