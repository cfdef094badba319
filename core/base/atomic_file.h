// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <fstream>
#include <string_view>

namespace tagscope {

// Writes a file so that a reader, or a machine that loses power, sees the old content or the new and never a part:
// the stream goes to a temporary file in the same directory, and commit() flushes it to the disk and renames it.
// Without commit() nothing is left behind. Used by one thread.
class AtomicFile {
public:
    // Missing parent directories are made. Error: Unreadable where that, or the temporary file, is impossible.
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path &target);

    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&other) noexcept;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    [[nodiscard]] std::ofstream &stream() { return stream_; }
    // Where the bytes are before commit(), for libraries that write to a path of their own.
    [[nodiscard]] const std::filesystem::path &temporaryPath() const { return temporary_; }

    // Error: Unreadable where a write failed, such as on a full disk; the target is then as it was.
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile() = default;
    void discard() noexcept;

    std::filesystem::path target_;
    std::filesystem::path temporary_; // empty after commit() and in a moved-from object
    std::ofstream stream_;
};

// The whole content at once.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path &target, std::string_view content);

} // namespace tagscope
