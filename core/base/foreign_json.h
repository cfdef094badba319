// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// JSON from a file or a project, which anybody may have written. Only here is JSON parsed: the library copies and
// destroys values by recursion, so that a text of many levels ends the program. Thread-safe.
namespace tagscope {

constexpr int kMaxJsonDepth = 64;                           // what this program and its peers write has under 10
constexpr std::size_t kMaxJsonBytes = std::size_t{1} << 28; // 256 MiB

// Whether the text may be parsed: not too long, and nowhere nested too deep.
[[nodiscard]] bool isWithinJsonLimits(std::string_view text);

// The document; discarded (is_discarded()) where the text is none or beyond the limits. Reading a member of what is
// discarded throws Json::exception, as reading one that is missing does.
template <class Json = nlohmann::json>
[[nodiscard]] Json foreignJson(std::string_view text) {
    if (!isWithinJsonLimits(text))
        return Json(Json::value_t::discarded);
    return Json::parse(text, nullptr, false);
}

// The rest of a stream, of which no more is read than may be parsed.
template <class Json = nlohmann::json, class Stream>
[[nodiscard]] Json foreignJsonFrom(Stream &stream) {
    std::string text;
    for (std::istreambuf_iterator<char> at(stream), end; at != end && text.size() <= kMaxJsonBytes; ++at)
        text.push_back(*at);
    return foreignJson<Json>(text);
}

} // namespace tagscope
