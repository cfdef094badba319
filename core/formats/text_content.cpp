// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text_content.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

namespace tagscope {
namespace {

void appendUtf8(std::string &text, std::uint32_t code) {
    const auto add = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | code >> 6U);
        add(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        add(0xE0U | code >> 12U);
        add(0x80U | (code >> 6U & 0x3FU));
        add(0x80U | (code & 0x3FU));
    } else {
        add(0xF0U | code >> 18U);
        add(0x80U | (code >> 12U & 0x3FU));
        add(0x80U | (code >> 6U & 0x3FU));
        add(0x80U | (code & 0x3FU));
    }
}

// Nothing for half a pair of surrogates, or half a unit.
std::optional<std::string> fromUtf16(std::string_view bytes, bool isBigEndian) {
    if (bytes.size() % 2 != 0)
        return std::nullopt;
    const auto unit = [bytes, isBigEndian](std::size_t at) {
        const auto first = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]));
        const auto second = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + 1]));
        return isBigEndian ? first << 8U | second : second << 8U | first;
    };
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const std::uint32_t high = unit(at);
        if (high < 0xD800 || high > 0xDFFF) {
            appendUtf8(text, high);
            continue;
        }
        if (high > 0xDBFF || at + 2 >= bytes.size())
            return std::nullopt;
        at += 2;
        const std::uint32_t low = unit(at);
        if (low < 0xDC00 || low > 0xDFFF)
            return std::nullopt;
        appendUtf8(text, 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U));
    }
    return text;
}

// The length of the character that begins at `at`; 0 where none does (also for overlong forms and surrogates).
std::size_t utf8Length(std::string_view text, std::size_t at) {
    const auto byte = [text](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned first = byte(at);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0U) != 0x80)
            return 0;
    const unsigned second = byte(at + 1);
    const bool isRefused = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                           (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return isRefused ? 0 : length;
}

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

Result<std::string> bytesOfText(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file))
        return fail(Error::Kind::Unreadable, {"formats.cannot_read_text", file});
    constexpr std::size_t kPart = std::size_t{1} << 16U;
    std::string bytes;
    while (stream && bytes.size() <= kLongestText) {
        const std::size_t before = bytes.size();
        bytes.resize(before + kPart);
        stream.read(bytes.data() + before, static_cast<std::streamsize>(kPart));
        bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad())
        return fail(Error::Kind::Unreadable, {"formats.text_not_read_to_end", file});
    if (bytes.size() > kLongestText)
        return fail(Error::Kind::Malformed, {"formats.text_too_long", file});
    return bytes;
}

// Without its mark; UTF-16 as UTF-8. Malformed where that is damaged.
Result<std::string> withoutMark(const std::filesystem::path &file, std::string bytes) {
    const bool isLittle = bytes.starts_with("\xFF\xFE");
    if (isLittle || bytes.starts_with("\xFE\xFF")) {
        std::optional<std::string> text = fromUtf16(std::string_view(bytes).substr(2), !isLittle);
        if (!text)
            return fail(Error::Kind::Malformed, {"formats.damaged_utf16", file});
        bytes = std::move(*text);
    } else if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
    }
    return bytes;
}

} // namespace

Result<std::string> readText(const std::filesystem::path &file) {
    std::string bytes = TAGSCOPE_TRY(bytesOfText(file));
    bytes = TAGSCOPE_TRY(withoutMark(file, std::move(bytes)));
    if (bytes.find('\0') != std::string::npos || !isUtf8(bytes))
        return fail(Error::Kind::Malformed, {"formats.not_text", file});
    return bytes;
}

std::optional<std::string> fromEightBit(std::string_view bytes) {
    const auto isControl = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f';
    };
    return std::ranges::any_of(bytes, isControl) ? std::nullopt : decoded(bytes, "windows-1252");
}

Result<ForeignText> readForeignText(const std::filesystem::path &file, std::string_view encoding) {
    std::string bytes = TAGSCOPE_TRY(bytesOfText(file));
    if (!encoding.empty()) {
        std::optional<std::string> text = decoded(bytes, encoding);
        if (!text)
            return fail(Error::Kind::Inconsistent, {"formats.not_of_encoding", file, encoding});
        if (text->starts_with("\xEF\xBB\xBF"))
            text->erase(0, 3);
        return ForeignText{std::move(*text), std::nullopt};
    }
    bytes = TAGSCOPE_TRY(withoutMark(file, std::move(bytes)));
    if (bytes.find('\0') == std::string::npos && isUtf8(bytes))
        return ForeignText{std::move(bytes), std::nullopt};
    std::optional<std::string> text = fromEightBit(bytes);
    if (!text)
        return fail(Error::Kind::Malformed, {"formats.not_text", file});
    return ForeignText{std::move(*text), Message("formats.read_as_eight_bit")};
}

std::vector<std::string> linesOf(const std::string &text) {
    std::vector<std::string> lines;
    std::string_view line;
    for (std::size_t at = 0; nextLine(text, at, line);)
        lines.emplace_back(line);
    return lines;
}

bool nextLine(std::string_view text, std::size_t &at, std::string_view &line) {
    if (at >= text.size())
        return false;
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    line = text.substr(at, end - at);
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    return true;
}

std::vector<std::string> tabCells(const std::string &line) {
    std::vector<std::string> cells;
    for (std::size_t start = 0;;) {
        const std::size_t end = line.find('\t', start);
        cells.push_back(line.substr(start, end == std::string::npos ? end : end - start));
        if (end == std::string::npos)
            return cells;
        start = end + 1;
    }
}

} // namespace tagscope
