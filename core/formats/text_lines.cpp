// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text_lines.h"

#include <string_view>
#include <system_error>

namespace tagscope {

namespace {

// Far above a table row of thousands of columns; a binary file or an endless device ends here.
constexpr std::size_t kLongestLine = std::size_t{16} << 20U;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The code points that a sequence of each length must reach, so that nothing has two spellings (RFC 3629).
constexpr unsigned kLeastOfLength[] = {0, 0, 0x80, 0x800, 0x10000};

std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC0 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF8 ? 4 : 0;
}

bool isUtf8Text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = sequenceLength(lead);
        if (lead == 0 || length == 0 || length > text.size() - at)
            return false;
        unsigned codePoint = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            if ((next & 0xC0U) != 0x80U)
                return false;
            codePoint = codePoint << 6U | (next & 0x3FU);
        }
        const bool isSurrogate = codePoint >= 0xD800 && codePoint < 0xE000;
        if (codePoint < kLeastOfLength[length] || codePoint > 0x10FFFF || isSurrogate)
            return false;
        at += length;
    }
    return true;
}

} // namespace

Result<TextLines> TextLines::open(const std::filesystem::path &file) {
    std::error_code error;
    TextLines lines(file);
    const bool isDirectory = std::filesystem::is_directory(file, error);
    if (!isDirectory)
        lines.stream_.open(file, std::ios::binary);
    if (isDirectory || !lines.stream_.is_open())
        return fail(Error::Kind::Unreadable, isDirectory ? Message("formats.list_is_directory", file)
                                                         : Message("formats.cannot_open_list", file));
    return lines;
}

Result<bool> TextLines::readRaw(std::string &line) {
    line.clear();
    std::streambuf &buffer = *stream_.rdbuf();
    constexpr auto kEnd = std::char_traits<char>::eof();
    int next = buffer.sbumpc();
    if (next == kEnd)
        return false;
    for (; next != kEnd && next != '\n'; next = buffer.sbumpc()) {
        if (line.size() == kLongestLine)
            return failHere("formats.line_too_long");
        line.push_back(static_cast<char>(next));
    }
    return true;
}

Result<bool> TextLines::next(std::string &line) {
    ++number_;
    try {
        Result<bool> more = readRaw(line);
        if (!more || !*more)
            return more;
    } catch (const std::ios_base::failure &failure) {
        return fail(Error::Kind::Unreadable, {"base.read_stopped", file_}, failure.what());
    }
    if (number_ == 1 && line.starts_with(kByteOrderMark))
        line.erase(0, kByteOrderMark.size());
    if (line.ends_with('\r'))
        line.pop_back();
    if (!isUtf8Text(line))
        return failHere("formats.not_utf8");
    return true;
}

tl::unexpected<Error> TextLines::failHere(const Message &what) const {
    return fail(Error::Kind::Malformed, {"base.in_line", file_, number_, what});
}

} // namespace tagscope
