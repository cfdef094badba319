// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace tagscope {

// A regular file's content, mapped read-only for as long as the object lives; readable from several threads.
// A file that is shortened in place by another program while it is mapped is beyond help; one that is replaced
// atomically, as this program does it, is not affected.
class MappedFile {
public:
    // Error: Unreadable for what is missing, forbidden, or no regular file.
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path &file);

    MappedFile() = default;
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    [[nodiscard]] std::string_view text() const {
        return {reinterpret_cast<const char *>(bytes_.data()), bytes_.size()};
    }

private:
    std::span<const std::byte> bytes_;
};

} // namespace tagscope
