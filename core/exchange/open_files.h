// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <utility>

namespace tagscope {

// A file that is read at any place, from several threads.
class RandomAccessFile {
public:
    // Errors: Unreadable, also for what is no regular file.
    [[nodiscard]] static Result<std::shared_ptr<const RandomAccessFile>> open(const std::filesystem::path &file);

    explicit RandomAccessFile(std::filesystem::path file, int descriptor, std::uint64_t bytes);
    ~RandomAccessFile();
    RandomAccessFile(const RandomAccessFile &) = delete;
    RandomAccessFile &operator=(const RandomAccessFile &) = delete;

    [[nodiscard]] std::uint64_t bytes() const { return bytes_; } // when it was opened
    // Says that these bytes will be read soon, so that the disk begins while others are being read.
    void announce(std::uint64_t offset, std::size_t length) const;
    // Errors: Unreadable, Malformed where the file ends before.
    [[nodiscard]] Result<void> read(std::uint64_t offset, std::span<std::byte> output) const;

private:
    std::filesystem::path file_;
    int descriptor_;
    std::uint64_t bytes_;
};

// Keeps the files that were used last open: opening is dear on network file systems, and the number of open files is
// limited. Thread-safe.
class OpenFiles {
public:
    explicit OpenFiles(std::size_t most) : most_(most) {}

    using File = std::shared_ptr<const RandomAccessFile>;
    // `key` names the file; `open` is called where it is not open.
    [[nodiscard]] Result<File> find(std::size_t key, const std::function<Result<File>()> &open);

private:
    std::size_t most_;
    std::mutex mutex_;                              // of what follows
    std::list<std::pair<std::size_t, File>> files_; // the last used one first
    std::unordered_map<std::size_t, std::list<std::pair<std::size_t, File>>::iterator> byKey_;
};

} // namespace tagscope
