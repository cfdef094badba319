// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Pieces of the texts that reports are made of; the same whatever the person's locale.
namespace tagscope {

[[nodiscard]] std::string fixed(double value, int decimals);
[[nodiscard]] std::string percent(double share);       // 0.1234: "12.3"
[[nodiscard]] std::string signedPercent(double share); // "+12.3"
[[nodiscard]] std::string escapedForXml(std::string_view text);

} // namespace tagscope
