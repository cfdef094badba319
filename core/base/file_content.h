// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace tagscope {

// All bytes of a file, or of a pipe to its end, of which no more than `most` are read. Errors: Unreadable (missing,
// forbidden, a folder), Malformed (longer than that). Thread-safe.
[[nodiscard]] Result<std::string> readWholeFile(const std::filesystem::path &file,
                                                std::uintmax_t most = std::uintmax_t{1} << 28U);

} // namespace tagscope
