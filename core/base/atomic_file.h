// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <fstream>
#include <string_view>

namespace tagscope {

// Writes a file so that a reader, or a machine that loses power, sees the old content or the new and never a part:
// the stream goes to a file without a name in the same directory, and commit() flushes it to the disk and puts it in
// the place of the old one, whose mode it keeps. Nothing is left behind without commit(), nor by a program that is
// killed, where the file system has such files; elsewhere a hidden .part. A link is followed, and stays one. Into a
// pipe or a device the stream writes at once. Used by one thread.
class AtomicFile {
public:
    // Named: for libraries that ask where a path leads, as SQLite, and find nothing there of a file without a name.
    enum class Temporary { Unnamed, Named };
    // Missing parent directories are made. Error: Unreadable where that, or the temporary file, is impossible.
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path &target,
                                                   Temporary temporary = Temporary::Unnamed);

    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&other) noexcept;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    [[nodiscard]] std::ofstream &stream() { return stream_; }
    // Where the bytes are before commit(), for libraries that write to a path of their own; to be opened by this
    // process.
    [[nodiscard]] const std::filesystem::path &temporaryPath() const { return temporary_; }

    // Error: Unreadable where a write failed, such as on a full disk; the target is then as it was.
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile() = default;
    [[nodiscard]] bool openUnnamed();
    [[nodiscard]] bool openNamed();
    [[nodiscard]] bool flush();
    [[nodiscard]] bool replaceTarget();
    void discard() noexcept;

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    bool isNamed_ = false; // the temporary file: to be removed by us
    int descriptor_ = -1;  // of the file without a name
    std::ofstream stream_;
};

// The whole content at once.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path &target, std::string_view content);

} // namespace tagscope
