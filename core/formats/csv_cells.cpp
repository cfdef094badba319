// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_cells.h"

#include <array>
#include <charconv>

namespace tagscope {
namespace {

template <class Number>
std::string shortest(Number value) {
    std::array<char, 64> text{};
    const auto done = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), done.ptr};
}

} // namespace

std::string csvCell(std::string_view text) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    if (text.find_first_of(",\"\r\n") == std::string_view::npos &&
        (text.empty() || (!isBlank(text.front()) && !isBlank(text.back()))))
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

std::string shortestNumber(float value) {
    std::string text = shortest(value);
    double read = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), read);
    // Rounding twice, to a double and then to a float, may miss it.
    return static_cast<float>(read) == value ? text : shortest(static_cast<double>(value));
}

std::string shortestNumber(double value) {
    return shortest(value);
}

} // namespace tagscope
