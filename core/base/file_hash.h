#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace tagscope {

// SHA-256 of a file's content, 64 lower-case hexadecimal digits. Reads in constant memory; looks at `stop` per block.
// Errors: Unreadable, Cancelled.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path &file, std::stop_token stop = {});

// The same of bytes in memory.
[[nodiscard]] std::string sha256Of(std::string_view bytes);

} // namespace tagscope
