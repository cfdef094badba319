// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

// Lines of GloVe's text format: a word, then its numbers, between single blanks. The word may itself hold blanks
// (". . ." and "at name@domain.com" are words of the 840B vocabulary), so a line is read from its end.
namespace tagscope::gloveText {

// How many numbers a vector has, told by the first lines: what most of them end with. A single line does not tell,
// for "page 7" may be a word. Nothing where most lines have no numbers.
[[nodiscard]] std::optional<std::size_t> dimensionsOf(std::span<const std::string> firstLines);

// Fills `values` with the line's last numbers and answers the word before them, a part of `line`; else the reason, in
// words that follow "line 7 ".
[[nodiscard]] tl::expected<std::string_view, Message> parseLine(std::string_view line, std::span<float> values);

// No word and no numbers: not a vector, and not damage.
[[nodiscard]] bool isBlank(std::string_view line);

} // namespace tagscope::gloveText
