// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/glove_text.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace tagscope::gloveText {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view withoutEnd(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t\r");
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

// Takes the last field off `rest`; nothing where `rest` holds no field with another one before it.
std::optional<std::string_view> takeLastField(std::string_view &rest) {
    const std::size_t blank = rest.find_last_of(kBlanks);
    if (blank == std::string_view::npos)
        return std::nullopt;
    const std::string_view field = rest.substr(blank + 1);
    rest = rest.substr(0, blank);
    return field;
}

std::optional<float> numberOf(std::string_view field) {
    const char *end = field.data() + field.size();
    float value = 0.0F;
    auto [stop, error] = std::from_chars(field.data(), end, value);
    if (error == std::errc::result_out_of_range) {
        // Too small for a float, which is zero for our purpose, or too large, which is damage.
        double wide = 0.0;
        const auto again = std::from_chars(field.data(), end, wide);
        if (again.ec != std::errc() || std::abs(wide) > static_cast<double>(std::numeric_limits<float>::max()))
            return std::nullopt;
        stop = again.ptr;
        value = static_cast<float>(wide);
    } else if (error != std::errc()) {
        return std::nullopt;
    }
    if (stop != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::size_t numbersAtEnd(std::string_view line) {
    std::string_view rest = withoutEnd(line);
    std::size_t count = 0;
    for (std::optional<std::string_view> field = takeLastField(rest); field && numberOf(*field);
         field = takeLastField(rest))
        ++count;
    return count;
}

} // namespace

std::optional<std::size_t> dimensionsOf(std::span<const std::string> firstLines) {
    std::map<std::size_t, std::size_t> linesWith; // numbers -> lines
    for (const std::string &line : firstLines)
        if (!isBlank(line))
            ++linesWith[numbersAtEnd(line)];
    std::size_t best = 0;
    std::size_t most = 0;
    // Where two counts are equally frequent the smaller one is taken: words add numbers, they never hide them.
    for (const auto &[numbers, lines] : linesWith) {
        if (lines > most) {
            best = numbers;
            most = lines;
        }
    }
    return best == 0 ? std::nullopt : std::optional(best);
}

tl::expected<std::string_view, Message> parseLine(std::string_view line, std::span<float> values) {
    std::string_view rest = withoutEnd(line);
    for (std::size_t i = values.size(); i-- > 0;) {
        const std::optional<std::string_view> field = takeLastField(rest);
        if (!field)
            return tl::unexpected(Message("words.too_few_numbers", values.size() - 1 - i, values.size()));
        const std::optional<float> value = numberOf(*field);
        if (!value)
            return tl::unexpected(Message("words.number_expected", field->substr(0, 40), i + 1, values.size()));
        values[i] = *value;
    }
    if (rest.empty())
        return tl::unexpected(Message("words.no_word"));
    if (rest.find_first_of(kBlanks) != std::string_view::npos && numbersAtEnd(rest) >= values.size())
        return tl::unexpected(Message("words.too_many_numbers", values.size()));
    return rest;
}

bool isBlank(std::string_view line) {
    return withoutEnd(line).empty();
}

} // namespace tagscope::gloveText
