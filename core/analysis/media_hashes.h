// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>

namespace tagscope {

// SHA-256 of media files, each read once while its size and time of change stay: many clips may lie in one long
// recording. Thread-safe.
class MediaHashes {
public:
    // Errors: those of sha256OfFile().
    [[nodiscard]] Result<std::string> of(const std::filesystem::path &media, const std::stop_token &stop);

private:
    struct Known {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type changed;
        std::string hash;
    };

    std::mutex mutex_;
    std::map<std::filesystem::path, Known> known_;
};

} // namespace tagscope
