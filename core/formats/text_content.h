// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// Text files as other programs write them.
namespace tagscope {

// More is no list that a person made.
inline constexpr std::size_t kLongestText = std::size_t{64} << 20U; // bytes

// The whole text as UTF-8 without its byte-order mark: of UTF-8, and of UTF-16 with a mark.
// Errors: Unreadable; Malformed (neither of them, a zero character, longer than kLongestText).
[[nodiscard]] Result<std::string> readText(const std::filesystem::path &file);

// Its lines, ended by LF, CRLF or CR, without the ends.
[[nodiscard]] std::vector<std::string> linesOf(const std::string &text);

// The parts between tabs, empty ones too.
[[nodiscard]] std::vector<std::string> tabCells(const std::string &line);

} // namespace tagscope
