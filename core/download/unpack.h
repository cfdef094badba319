// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace tagscope {

// Takes one file, by its name, out of a zip archive (of any size) to `target`, atomically; its checksum in the archive
// is checked. `size`: bytes that it must have, where that is known. Errors: Unreadable (the archive, the target),
// Malformed (no archive, damaged), Inconsistent (no such file in it, another size), Cancelled.
[[nodiscard]] Result<void> unpack(const std::filesystem::path &archive, const std::string &name,
                                  const std::filesystem::path &target, std::optional<std::uint64_t> size,
                                  const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
