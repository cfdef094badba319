#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace tagscope {

// A file's content in memory, read from the disk where it is looked at. Read-only and thread-safe. The file has to
// keep its size while it is mapped; replacing it by rename, as AtomicFile does, is safe.
class MappedFile {
public:
    // Error: Unreadable; a directory is one, an empty file is not.
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path &file);

    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

private:
    MappedFile() = default;
    void unmap() noexcept;

    const char *data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace tagscope
