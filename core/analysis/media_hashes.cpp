// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/media_hashes.h"

#include "core/base/file_hash.h"

#include <system_error>

namespace tagscope {

Result<std::string> MediaHashes::of(const std::filesystem::path &media, const std::stop_token &stop) {
    std::error_code sizeError;
    std::error_code timeError;
    const std::uintmax_t size = std::filesystem::file_size(media, sizeError);
    const auto changed = std::filesystem::last_write_time(media, timeError);
    const bool isFile = !sizeError && !timeError;
    if (isFile) {
        const std::lock_guard lock(mutex_);
        const auto found = known_.find(media);
        if (found != known_.end() && found->second.size == size && found->second.changed == changed)
            return found->second.hash;
    }
    Result<std::string> hash = sha256OfFile(media, stop);
    if (hash && isFile) {
        const std::lock_guard lock(mutex_);
        known_.insert_or_assign(media, Known{size, changed, *hash});
    }
    return hash;
}

} // namespace tagscope
