// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/library_version.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// The program's log: what was opened, what ran and for how long, what failed and why. For people who report a problem;
// it holds names of files, never what is in them. Functions may be called from any thread; before openLog(), and where
// it failed, they do nothing.
namespace tagscope {

struct LogOptions {
    std::string program; // "tagscope": the file is called so
    std::string version;
    std::vector<LibraryVersion> libraries;
    std::filesystem::path directory;              // made where it is missing
    std::size_t fileBytes = std::size_t{1} << 20; // then PROGRAM.log becomes PROGRAM.1.log, and a new one begins
    std::size_t files = 3;                        // with the newest
};

// Begins with the versions. Another log that was open is closed. Errors: Unreadable; the program goes on without.
Result<void> openLog(const LogOptions &options);
void closeLog();

void logInfo(std::string_view text);
void logWarning(std::string_view text);
void logError(const Error &error, std::string_view doing); // "opening street.mp4"; nothing where it was cancelled

// The open log's file, empty where none is; and its last lines, at most so many bytes, older files included.
[[nodiscard]] std::filesystem::path logFile();
[[nodiscard]] std::string logTail(std::size_t bytes = 64 * 1024);

// Logs what begins and, when it is destroyed, how long it took.
class LoggedWork {
public:
    explicit LoggedWork(std::string what);
    LoggedWork(const LoggedWork &) = delete;
    LoggedWork &operator=(const LoggedWork &) = delete;
    ~LoggedWork();

private:
    std::string what_;
    double begin_; // s
};

} // namespace tagscope
