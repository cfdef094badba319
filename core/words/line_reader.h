// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tagscope {

// A text file's lines, read in blocks and in constant memory. Used by one thread.
class LineReader {
public:
    // Called with each block of bytes as it is read, such as to hash the file on the way.
    using SeeBlock = std::function<void(std::string_view)>;

    // Error: Unreadable.
    [[nodiscard]] static Result<LineReader> open(const std::filesystem::path &file, SeeBlock seeBlock);

    // The next line without its end, valid until the next call; nothing at the end of the file.
    // Errors: Unreadable where reading failed, Malformed for a line that is longer than any line of vectors.
    [[nodiscard]] Result<std::optional<std::string_view>> next();

    [[nodiscard]] std::uint64_t lineNumber() const { return line_; } // of the line handed out last, from 1
    [[nodiscard]] double fractionRead() const;

private:
    LineReader() = default;
    [[nodiscard]] bool readBlock();

    std::filesystem::path file_;
    SeeBlock seeBlock_;
    std::ifstream stream_;
    std::string buffer_; // what is read and not yet handed out begins at position_
    std::size_t position_ = 0;
    std::uint64_t line_ = 0;
    std::uint64_t bytesRead_ = 0;
    std::uint64_t fileSize_ = 0;
};

} // namespace tagscope
