// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
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

// The first 16 digits of it: enough to tell that stored numbers changed.
[[nodiscard]] std::string sumOf(std::span<const std::byte> bytes);

// Bytes to be stored, with their SHA-256 behind them.
[[nodiscard]] std::string sealed(std::string_view bytes);
// The bytes without it; nothing where it is not theirs, because a byte changed since. Bytes without a seal, as earlier
// versions stored them, are taken as they are.
[[nodiscard]] std::optional<std::string_view> unsealed(std::string_view stored);

} // namespace tagscope
