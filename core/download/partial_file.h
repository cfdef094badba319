// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace tagscope {

// Where the bytes of a partial file came from.
struct PartialOrigin {
    std::string address;
    std::string validator; // the server's name for this content (ETag, else its date); empty: it gave none
};

// What has come of a file, in TARGET.part, with its origin in TARGET.part.from. Both outlive this object, so that
// another can go on. Held by one program at a time. Used by one thread.
class PartialFile {
public:
    // Errors: Unreadable where it cannot be made, Inconsistent where another download holds it.
    [[nodiscard]] static Result<PartialFile> open(const std::filesystem::path &target);

    PartialFile(PartialFile &&other) noexcept;
    PartialFile &operator=(PartialFile &&) = delete;
    ~PartialFile();

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::uint64_t found() const {
        return found_;
    } // bytes that were there when it was opened, and still are
    [[nodiscard]] const PartialOrigin &origin() const { return origin_; }
    [[nodiscard]] const std::filesystem::path &path() const { return path_; }

    // Errors of all: Unreadable.
    [[nodiscard]] Result<void> append(std::span<const char> bytes);
    [[nodiscard]] Result<void> restart(const PartialOrigin &origin); // empty again
    [[nodiscard]] Result<void> keepAs(const std::filesystem::path &target);
    void remove(); // where nothing of it is worth keeping

private:
    PartialFile(std::filesystem::path path, int descriptor);
    void readOrigin();
    [[nodiscard]] std::filesystem::path originPath() const;

    std::filesystem::path path_;
    int descriptor_; // -1 in a moved-from object
    std::uint64_t size_ = 0;
    std::uint64_t found_ = 0;
    PartialOrigin origin_;
};

} // namespace tagscope
