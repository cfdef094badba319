// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_content.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/label_cells.h"
#include "core/formats/text_content.h"
#include "core/formats/text_grid.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>
#include <variant>

namespace tagscope {
namespace {

struct Flag {
    std::string name;
};
using Token = std::variant<double, std::string, Flag>; // a number, a quoted text, a flag

// The free-standing numbers, texts and flags of a file; all else is for people.
std::optional<std::vector<Token>> tokensOf(const std::string &text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (text.find_first_of(" \t\r\n", at) == at) {
            ++at;
        } else if (text[at] == '"') {
            std::string quoted;
            for (++at;; ++at) {
                if (at >= text.size())
                    return std::nullopt; // never closed
                if (text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"')
                    quoted.push_back(text[at++]);
                else if (text[at] == '"')
                    break;
                else
                    quoted.push_back(text[at]);
            }
            ++at;
            tokens.emplace_back(std::move(quoted));
        } else if (text[at] == '!') { // a remark up to the end of the line
            at = std::min(text.find_first_of("\r\n", at), text.size());
        } else {
            const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
            const std::string word = text.substr(at, end - at);
            if (word.size() > 1 && word.front() == '<' && word.back() == '>')
                tokens.emplace_back(Flag{word.substr(1, word.size() - 2)});
            else if (const std::optional<double> number = numberOf(word))
                tokens.emplace_back(*number);
            at = end;
        }
    }
    return tokens;
}

// What a grid is written with. Where something that should be there is not, isOver() from then on.
class TextSource {
public:
    explicit TextSource(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    double number() { return take<double>(); }
    std::string text() { return take<std::string>(); }
    std::string kind() { return text(); }
    // Whether there are tiers; nothing for another flag.
    std::optional<bool> presence() {
        const std::string flag = take<Flag>().name;
        return flag == "exists" || flag == "absent" ? std::optional(flag == "exists") : std::nullopt;
    }
    // No more than there are tokens left, whatever the file says.
    std::size_t count() {
        const double said = number();
        if (said < 0.0 || said > static_cast<double>(tokens_.size())) {
            isOver_ = true;
            return 0;
        }
        return static_cast<std::size_t>(said);
    }
    [[nodiscard]] bool isOver() const { return isOver_; }
    [[nodiscard]] bool hasMore() const { return !isOver_ && next_ < tokens_.size(); }

private:
    template <class T>
    T take() {
        if (next_ < tokens_.size())
            if (T *token = std::get_if<T>(&tokens_[next_])) {
                ++next_;
                return std::move(*token);
            }
        isOver_ = true;
        return {};
    }

    std::vector<Token> tokens_;
    std::size_t next_ = 0;
    bool isOver_ = false;
};

constexpr std::string_view kBinaryHead = "ooBinaryFile";

// Praat's binary form, after its head: big-endian numbers, texts after their lengths.
class BinarySource {
public:
    explicit BinarySource(std::string bytes) : bytes_(std::move(bytes)), next_(kBinaryHead.size()) {}

    double number() {
        const auto value = std::bit_cast<double>(integer(8));
        isOver_ = isOver_ || !std::isfinite(value);
        return isOver_ ? 0.0 : value;
    }
    // Of one byte a character, or, where the length is 65535, of UTF-16 after another length. That counts characters:
    // one beyond 16 bits has two units.
    std::string text() {
        constexpr std::uint64_t kWide = 0xFFFF;
        const std::uint64_t length = integer(2);
        if (length != kWide)
            return textOf(fromEightBit(bytes(length)));
        const std::size_t start = next_;
        for (std::uint64_t left = integer(2); left > 0 && !isOver_; --left)
            if (const std::uint64_t unit = integer(2); unit >= 0xD800 && unit < 0xDC00)
                integer(2);
        constexpr std::size_t kLength = 2; // bytes
        return textOf(
            isOver_ ? std::nullopt
                    : decoded(std::string_view(bytes_).substr(start + kLength, next_ - start - kLength), "UTF-16BE"));
    }
    std::string kind() { return textOf(fromEightBit(bytes(integer(1)))); }
    std::optional<bool> presence() {
        const std::uint64_t flag = integer(1);
        return flag <= 1 ? std::optional(flag == 1) : std::nullopt;
    }
    // No more than there are bytes left.
    std::size_t count() {
        const std::uint64_t said = integer(4);
        isOver_ = isOver_ || said > bytes_.size() - next_;
        return isOver_ ? 0 : said;
    }
    [[nodiscard]] bool isOver() const { return isOver_; }

private:
    std::string_view bytes(std::uint64_t length) {
        isOver_ = isOver_ || length > bytes_.size() - next_;
        if (isOver_)
            return {};
        next_ += length;
        return std::string_view(bytes_).substr(next_ - length, length);
    }
    std::uint64_t integer(std::size_t size) {
        std::uint64_t value = 0;
        for (const char byte : bytes(size))
            value = value << 8U | static_cast<unsigned char>(byte);
        return value;
    }
    std::string textOf(std::optional<std::string> text) {
        isOver_ = isOver_ || !text || text->find('\0') != std::string::npos;
        return isOver_ ? std::string() : std::move(*text);
    }

    std::string bytes_;
    std::size_t next_;
    bool isOver_ = false;
};

constexpr double kRounding = 1e-6; // of the grid's duration

template <class Source>
class TextGridReader {
public:
    TextGridReader(const std::filesystem::path &file, Source source) : file_(file), source_(std::move(source)) {}

    // What follows the object's class.
    Result<TextGrid> readGrid() {
        TextGrid grid;
        TAGSCOPE_TRY(takeTimes(grid));
        const std::optional<bool> presence = source_.presence();
        if (!source_.isOver() && !presence)
            return failWith("formats.not_text_grid");
        const std::size_t tiers = presence.value_or(false) ? source_.count() : 0;
        for (std::size_t i = 0; i < tiers && !source_.isOver(); ++i)
            TAGSCOPE_TRY(takeTier(grid));
        return whole(std::move(grid));
    }

    // All tiers first, then their labels in the order of time, each with its tier's number.
    Result<TextGrid> readChronological() {
        TextGrid grid;
        TAGSCOPE_TRY(takeTimes(grid));
        std::vector<bool> areIntervals(source_.count());
        for (std::size_t i = 0; i < areIntervals.size() && !source_.isOver(); ++i) {
            areIntervals[i] = source_.text() == "IntervalTier";
            grid.tiers.push_back({source_.text(), {}});
            source_.number();
            source_.number();
        }
        while (source_.hasMore()) {
            const double tier = source_.number();
            if (!(tier >= 1.0 && tier <= static_cast<double>(grid.tiers.size())))
                return failWith("formats.not_text_grid");
            const std::size_t at = static_cast<std::size_t>(tier) - 1;
            TimedLabel label = takeLabel(areIntervals[at]);
            if (!label.label.empty())
                grid.tiers[at].labels.push_back(std::move(label));
        }
        return whole(std::move(grid));
    }

    [[nodiscard]] tl::unexpected<Error> failWith(const Message &what) const {
        return fail(Error::Kind::Malformed, {"base.followed_by", file_, what});
    }
    [[nodiscard]] Source &source() { return source_; }

private:
    Result<void> takeTimes(TextGrid &grid) {
        grid.start = Seconds(source_.number());
        grid.end = Seconds(source_.number());
        if (grid.end < grid.start)
            return failWith("formats.ends_before_it_begins");
        return {};
    }

    TimedLabel takeLabel(bool isInterval) {
        TimedLabel label;
        label.onset = Seconds(source_.number());
        label.offset = isInterval ? Seconds(source_.number()) : label.onset;
        label.label = source_.text();
        return label;
    }

    Result<void> takeTier(TextGrid &grid) {
        const std::string kind = source_.kind();
        if (!source_.isOver() && kind != "IntervalTier" && kind != "TextTier")
            return failWith({"formats.unknown_tier", kind});
        TextGridTier tier{source_.text(), {}};
        source_.number();
        source_.number();
        const std::size_t labels = source_.count();
        Seconds last = grid.start;
        for (std::size_t i = 0; i < labels && !source_.isOver(); ++i) {
            TimedLabel label = takeLabel(kind == "IntervalTier");
            // Boundaries that were rounded apart are one.
            if (const Seconds by = last - label.onset; by > Seconds(0) && by <= kRounding * (grid.end - grid.start))
                label.onset = std::min(last, std::max(label.onset, label.offset));
            last = label.offset;
            if (!label.label.empty())
                tier.labels.push_back(std::move(label));
        }
        grid.tiers.push_back(std::move(tier));
        return {};
    }

    Result<TextGrid> whole(TextGrid grid) const {
        return source_.isOver() ? failWith("formats.ends_too_early") : Result<TextGrid>(std::move(grid));
    }

    const std::filesystem::path &file_;
    Source source_;
};

// Of a pipe nothing is taken away.
bool isBinary(const std::filesystem::path &file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return false;
    std::string head(kBinaryHead.size(), '\0');
    std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
    return head == kBinaryHead;
}

Result<TextGrid> readBinary(const std::filesystem::path &file) {
    std::string bytes = TAGSCOPE_TRY(readWholeFile(file, kLongestText));
    TextGridReader reader(file, BinarySource(std::move(bytes)));
    // The object's class, after which a later version may stand.
    const std::string kind = reader.source().kind();
    if (kind != "TextGrid" && !kind.starts_with("TextGrid "))
        return reader.failWith("formats.not_text_grid");
    return reader.readGrid();
}

} // namespace

Result<TextGrid> readTextGrid(const std::filesystem::path &file, std::string_view encoding,
                              std::optional<Message> *note) {
    if (isBinary(file))
        return readBinary(file);
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file, encoding));
    if (note != nullptr)
        *note = content.note;
    std::optional<std::vector<Token>> tokens = tokensOf(content.text);
    if (!tokens)
        return fail(Error::Kind::Malformed, {"formats.open_quotation", file});
    TextGridReader reader(file, TextSource(std::move(*tokens)));
    const std::string kind = reader.source().text();
    if (kind == "Praat chronological TextGrid text file")
        return reader.readChronological();
    // "ooTextFile short" is how the short form of older programs begins.
    if ((kind != "ooTextFile" && kind != "ooTextFile short") || reader.source().text() != "TextGrid")
        return reader.failWith("formats.not_text_grid");
    return reader.readGrid();
}

} // namespace tagscope
