// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/label_cells.h"

#include "core/base/trimmed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tagscope {

std::optional<double> numberOf(std::string_view text) {
    constexpr std::size_t kLongest = 64;
    if (text.size() > kLongest)
        return std::nullopt;
    std::string number(trimmed(text, " \t"));
    if (number.empty())
        return std::nullopt;
    std::replace(number.begin(), number.end(), ',', '.');
    if (number.front() == '+')
        number.erase(0, 1);
    double value = 0.0;
    const char *end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string withSixDecimals(double value) {
    std::array<char, 400> text{}; // the longest double has 309 digits before the point
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 6);
    return {text.data(), end};
}

std::string shortestText(double value) {
    std::array<char, 400> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return {text.data(), end};
}

std::string asCell(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

} // namespace tagscope
