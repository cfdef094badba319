// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tagscope {

// A document of settings as names and values in plain words, such as ("key frames, method", "k-median"), in its order;
// an event is one row. What is empty is left out. Nothing where the text is no JSON object or array.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> settingsInWords(const std::string &json);

// The same in one sentence's part, without the events; the text itself where it is no JSON object or array.
[[nodiscard]] std::string settingsSentence(const std::string &json);

} // namespace tagscope
