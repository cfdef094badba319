// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

// Names that people, lists and projects give, as parts of paths. Only here does a name become one. Thread-safe.
namespace tagscope {

constexpr std::size_t kMaxFileNameBytes = 200; // of the 255 that file systems allow; a suffix is added

// 1 to kMaxFileNameBytes bytes, without / and \ and control characters, and not beginning with a dot.
[[nodiscard]] bool isFileName(std::string_view name);

// The name with "_" for what a file name cannot hold, cut where it is too long. Two names may become one.
[[nodiscard]] std::string asFileName(std::string_view name);

// What a link, or a link to a link, stands for, which need not be there; the path itself where it is none.
[[nodiscard]] std::filesystem::path behindLinks(const std::filesystem::path &path);

// directory/name, which need not be there. Errors: Inconsistent (no file name, or a symbolic link there leads out of
// the directory: what a stranger's folder holds must not make us write elsewhere).
[[nodiscard]] Result<std::filesystem::path> pathInside(const std::filesystem::path &directory, std::string_view name);

} // namespace tagscope
