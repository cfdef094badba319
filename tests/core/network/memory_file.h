// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace tagscope::test {

// A file that is in memory only, but has a path: for tests that write thousands of them.
class MemoryFile {
public:
    MemoryFile() : descriptor_(::memfd_create("test", MFD_CLOEXEC)) {
        path_ = "/proc/self/fd/" + std::to_string(descriptor_);
    }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    ~MemoryFile() { ::close(descriptor_); }

    [[nodiscard]] const std::filesystem::path &path() const { return path_; }

    // False where there is no memory for it, which the test's own expectations then show.
    bool setContent(std::string_view content) {
        return ::ftruncate(descriptor_, 0) == 0 &&
               ::pwrite(descriptor_, content.data(), content.size(), 0) == static_cast<ssize_t>(content.size());
    }

private:
    int descriptor_;
    std::filesystem::path path_;
};

} // namespace tagscope::test
