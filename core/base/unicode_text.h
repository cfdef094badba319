// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

// Texts of other people: how they are compared, and how old encodings are read. All texts are UTF-8.
namespace tagscope {

// Composed (NFC), and taken apart (NFD, as Macs name files).
[[nodiscard]] std::string composed(std::string_view text);
[[nodiscard]] std::string decomposed(std::string_view text);

// The one form in which labels are compared: trimmed, composed, case-folded, runs of blanks as one.
[[nodiscard]] std::string normalForm(std::string_view text);

// `encoding` by any of its usual names, such as "windows-1252" or "ISO-8859-1". Nothing for an unknown one, or where
// the bytes are none of it.
[[nodiscard]] std::optional<std::string> decoded(std::string_view bytes, std::string_view encoding);

} // namespace tagscope
