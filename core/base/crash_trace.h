// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace tagscope {

// While it lives, a crash of the process (SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL) writes where it happened to a file
// in `directory`, and then takes its course. One a process, in main(). Programs built with a sanitizer keep its
// handlers, and a directory that cannot be written means no trace: neither is an error.
class CrashTrace {
public:
    // `program` and `version` go into the trace.
    CrashTrace(const std::filesystem::path &directory, const std::string &program, const std::string &version);
    CrashTrace(const CrashTrace &) = delete;
    CrashTrace &operator=(const CrashTrace &) = delete;
    ~CrashTrace();

private:
    std::filesystem::path file_; // empty: none is open
};

// The newest trace that a process which is gone left in `directory`, told once: it is kept as PROGRAM-crash.txt, and
// the next call has nothing. Removes what processes that were killed left empty.
[[nodiscard]] std::optional<std::filesystem::path> newCrashTrace(const std::filesystem::path &directory,
                                                                 const std::string &program);
// The one that was told last; nothing where there is none.
[[nodiscard]] std::optional<std::filesystem::path> lastCrashTrace(const std::filesystem::path &directory,
                                                                  const std::string &program);

} // namespace tagscope
