// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/file_descriptor.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace tagscope {

// A file that is open for reading; all that whoever decodes it gets of the file system.
struct OpenRecording {
    FileDescriptor descriptor;
    std::string name; // of the file, without its directory, for messages
};

// Errors: Unreadable (missing, a directory, a device, forbidden, empty), Cancelled.
[[nodiscard]] Result<OpenRecording> openRecording(const std::filesystem::path &file, const std::stop_token &stop);

// Whom reading a recording obeys and informs. The pointers, null where the asker is of this process, lead into memory
// that is shared with another one and outlives the reading.
struct ReadingWatch {
    std::stop_token stop;
    const std::atomic<std::uint32_t> *stopSign = nullptr; // not 0: stop
    std::atomic<std::uint32_t> *reads = nullptr;          // counts how often the file was read
    std::atomic<std::uint32_t> *packets = nullptr;        // counts what was decoded

    [[nodiscard]] bool stopRequested() const {
        return stop.stop_requested() || (stopSign != nullptr && stopSign->load(std::memory_order_relaxed) != 0);
    }
    void noteRead() const { count(reads); }
    void notePacket() const { count(packets); }

private:
    static void count(std::atomic<std::uint32_t> *counter) {
        if (counter != nullptr)
            counter->fetch_add(1, std::memory_order_relaxed);
    }
};

} // namespace tagscope
