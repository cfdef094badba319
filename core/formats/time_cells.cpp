// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tagscope {

std::optional<Seconds> timeOf(std::string_view text) {
    double value = 0.0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value) || std::signbit(value))
        return std::nullopt;
    return Seconds(value);
}

std::string withThreeDecimals(Seconds time) {
    std::array<char, 400> text{}; // the longest double has 309 digits before the point
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), time.count(), std::chars_format::fixed, 3);
    return {text.data(), end};
}

std::vector<std::string> cellsSeparatedBy(char separator, std::string_view cell) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= cell.size();) {
        const std::size_t end = std::min(cell.find(separator, start), cell.size());
        const std::size_t first = std::min(cell.find_first_not_of(" \t", start), end);
        if (first < end) {
            const std::size_t last = cell.find_last_not_of(" \t", end - 1);
            parts.emplace_back(cell.substr(first, last - first + 1));
        }
        start = end + 1;
    }
    return parts;
}

tl::unexpected<Error> failInCell(const std::filesystem::path &file, std::size_t line, std::size_t column,
                                 const Message &what) {
    return fail(Error::Kind::Malformed, {"formats.in_cell", file, line, column + 1, what});
}

} // namespace tagscope
