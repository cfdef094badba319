// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace tagscope {

// SHA-256 of bytes that come block by block. Used by one thread.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    ~Sha256();

    void add(std::string_view bytes);
    // Of all bytes added, 64 lower-case hexadecimal digits; the last call on an object.
    [[nodiscard]] std::string hexadecimal();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// SHA-256 of a file's content, 64 lower-case hexadecimal digits. Reads in constant memory; looks at `stop` per block.
// Errors: Unreadable, Cancelled.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path &file, std::stop_token stop = {});

// The same of bytes in memory.
[[nodiscard]] std::string sha256Of(std::string_view bytes);

} // namespace tagscope
