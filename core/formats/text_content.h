// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Text files as other programs write them.
namespace tagscope {

// More is no list that a person made.
inline constexpr std::size_t kLongestText = std::size_t{256} << 20U; // bytes

// The whole text as UTF-8 without its byte-order mark: of UTF-8, and of UTF-16 with a mark.
// Errors: Unreadable; Malformed (neither of them, a zero character, longer than kLongestText).
[[nodiscard]] Result<std::string> readText(const std::filesystem::path &file);

// The same of any other program: what is not UTF-8 is read as Windows-1252, which holds Latin-1, and said. `encoding`:
// what it is, by ICU's names; empty: found out. Errors: as of readText(); Inconsistent for an encoding that there is
// not.
struct ForeignText {
    std::string text;
    std::optional<Message> note; // about a guess
};
[[nodiscard]] Result<ForeignText> readForeignText(const std::filesystem::path &file, std::string_view encoding = {});
// A text, or a line, that is not UTF-8: of Windows-1252. Nothing where it holds control characters, which no text does.
[[nodiscard]] std::optional<std::string> fromEightBit(std::string_view bytes);

// Its lines, ended by LF, CRLF or CR, without the ends.
[[nodiscard]] std::vector<std::string> linesOf(const std::string &text);
// The same one at a time, from the byte `at` on: false after the last.
[[nodiscard]] bool nextLine(std::string_view text, std::size_t &at, std::string_view &line);

// The parts between tabs, empty ones too.
[[nodiscard]] std::vector<std::string> tabCells(const std::string &line);

} // namespace tagscope
