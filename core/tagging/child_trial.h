// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace tagscope {

// What became of work that was tried in a process of its own.
struct ChildTrial {
    enum class End { Answered, Crashed, TimedOut, NotStarted };
    End end = End::NotStarted;
    std::string answer;
};

// Runs `work` in a copy of this process, without a terminal and with no core file, and takes its answer. The work is
// to be single-threaded and to leave nothing behind. Blocks for at most `patience`. Thread-safe.
[[nodiscard]] ChildTrial tryInChild(const std::function<std::string()> &work, std::chrono::seconds patience);

} // namespace tagscope
