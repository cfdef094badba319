// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace tagscope {

// The lines of a UTF-8 text file, one after the other, without their ends (LF or CRLF) and without a byte-order mark.
// Reads a line at a time, and refuses what is not text before it can fill the memory. Used by one thread.
class TextLines {
public:
    // Error: Unreadable.
    [[nodiscard]] static Result<TextLines> open(const std::filesystem::path &file);

    // False at the end of the file. Errors: Unreadable; Malformed (not UTF-8, a zero byte, a line of over 16 MiB).
    [[nodiscard]] Result<bool> next(std::string &line);

    // Of the line last read, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }

    // An error about that line: "FILE, line N: what".
    [[nodiscard]] tl::unexpected<Error> failHere(const Message &what) const;

private:
    explicit TextLines(std::filesystem::path file) : file_(std::move(file)) {}
    [[nodiscard]] Result<bool> readRaw(std::string &line);

    std::filesystem::path file_;
    std::ifstream stream_;
    std::size_t number_ = 0;
};

} // namespace tagscope
