// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text_grid.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <cstdint>
#include <optional>
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

constexpr double kRounding = 1e-6; // of the grid's duration

class TextGridReader {
public:
    TextGridReader(const std::filesystem::path &file, std::vector<Token> tokens)
        : file_(file), tokens_(std::move(tokens)) {}

    Result<TextGrid> read() {
        const std::string kind = text();
        if (kind == "Praat chronological TextGrid text file")
            return readChronological();
        // "ooTextFile short" is how the short form of older programs begins.
        if ((kind != "ooTextFile" && kind != "ooTextFile short") || text() != "TextGrid")
            return failWith("formats.not_text_grid");
        TextGrid grid;
        grid.start = Seconds(number());
        grid.end = Seconds(number());
        if (grid.end < grid.start)
            return failWith("formats.ends_before_it_begins");
        const std::string presence = take<Flag>().name;
        if (!isOver_ && presence != "exists" && presence != "absent")
            return failWith("formats.not_text_grid");
        const std::size_t tiers = presence == "exists" ? count() : 0;
        for (std::size_t i = 0; i < tiers && !isOver_; ++i)
            TAGSCOPE_TRY(takeTier(grid));
        return isOver_ ? failWith("formats.ends_too_early") : Result<TextGrid>(std::move(grid));
    }

private:
    // All tiers first, then their labels in the order of time, each with its tier's number.
    Result<TextGrid> readChronological() {
        TextGrid grid;
        grid.start = Seconds(number());
        grid.end = Seconds(number());
        std::vector<bool> areIntervals(count());
        for (std::size_t i = 0; i < areIntervals.size() && !isOver_; ++i) {
            areIntervals[i] = text() == "IntervalTier";
            grid.tiers.push_back({text(), {}});
            number();
            number();
        }
        while (!isOver_ && next_ < tokens_.size()) {
            const double tier = number();
            if (!(tier >= 1.0 && tier <= static_cast<double>(grid.tiers.size())))
                return failWith("formats.not_text_grid");
            const std::size_t at = static_cast<std::size_t>(tier) - 1;
            TimedLabel label;
            label.onset = Seconds(number());
            label.offset = areIntervals[at] ? Seconds(number()) : label.onset;
            label.label = text();
            if (!label.label.empty())
                grid.tiers[at].labels.push_back(std::move(label));
        }
        return isOver_ ? failWith("formats.ends_too_early") : Result<TextGrid>(std::move(grid));
    }

    Result<void> takeTier(TextGrid &grid) {
        const std::string kind = text();
        if (!isOver_ && kind != "IntervalTier" && kind != "TextTier")
            return failWith({"formats.unknown_tier", kind});
        TextGridTier tier{text(), {}};
        number();
        number();
        const std::size_t labels = count();
        Seconds last = grid.start;
        for (std::size_t i = 0; i < labels && !isOver_; ++i) {
            TimedLabel label;
            label.onset = Seconds(number());
            label.offset = kind == "IntervalTier" ? Seconds(number()) : label.onset;
            label.label = text();
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
    double number() { return take<double>(); }
    std::string text() { return take<std::string>(); }
    // No more than there are tokens left, whatever the file says.
    std::size_t count() {
        const double said = number();
        if (said < 0.0 || said > static_cast<double>(tokens_.size())) {
            isOver_ = true;
            return 0;
        }
        return static_cast<std::size_t>(said);
    }
    [[nodiscard]] tl::unexpected<Error> failWith(const Message &what) const {
        return fail(Error::Kind::Malformed, {"base.followed_by", file_, what});
    }

    const std::filesystem::path &file_;
    std::vector<Token> tokens_;
    std::size_t next_ = 0;
    bool isOver_ = false; // something that should be there is not
};

std::string quoted(const std::string &text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"')
            result.push_back('"');
        result.push_back(c);
    }
    return result + "\"\n";
}

std::string line(Seconds time) {
    return shortestText(time.count()) + "\n";
}

} // namespace

Result<TextGrid> readTextGrid(const std::filesystem::path &file, std::string_view encoding,
                              std::optional<Message> *note) {
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file, encoding));
    if (note != nullptr)
        *note = content.note;
    std::optional<std::vector<Token>> tokens = tokensOf(content.text);
    if (!tokens)
        return fail(Error::Kind::Malformed, {"formats.open_quotation", file});
    return TextGridReader(file, std::move(*tokens)).read();
}

Result<std::string> textGridText(const TextGrid &grid) {
    std::string text = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n" + line(grid.start) +
                       line(grid.end) + (grid.tiers.empty() ? "<absent>\n" : "<exists>\n");
    if (!grid.tiers.empty())
        text += std::to_string(grid.tiers.size()) + "\n";
    for (const TextGridTier &tier : grid.tiers) {
        std::string intervals;
        std::size_t count = 0;
        const auto add = [&](Seconds from, Seconds to, const std::string &label) {
            intervals += line(from) + line(to) + quoted(label);
            ++count;
        };
        Seconds at = grid.start;
        for (const TimedLabel &label : tier.labels) {
            if (label.onset < at || label.offset > grid.end || label.offset <= label.onset)
                return fail(Error::Kind::Inconsistent,
                            {"formats.not_for_text_grid", tier.name, shortestText(label.onset.count()),
                             shortestText(grid.end.count())});
            if (label.onset > at)
                add(at, label.onset, {});
            add(label.onset, label.offset, label.label);
            at = label.offset;
        }
        if (at < grid.end || count == 0)
            add(at, grid.end, {});
        text += "\"IntervalTier\"\n" + quoted(tier.name) + line(grid.start) + line(grid.end) + std::to_string(count) +
                "\n" + intervals;
    }
    return text;
}

TextGrid textGridOf(const std::vector<TimedLabel> &labels, Seconds duration, const std::vector<std::string> &names) {
    TextGrid grid{Seconds(0), duration, {}};
    for (LabelTier &tier : tiersOf(labels, names, 0.0)) {
        for (const TimedLabel &label : tier.labels)
            grid.end = std::max(grid.end, label.offset);
        grid.tiers.push_back({std::move(tier.name), std::move(tier.labels)});
    }
    return grid;
}

RegionFormat textGridRegions() {
    const auto read = [](const std::filesystem::path &file, const RegionReading &reading) -> Result<ReadRegions> {
        std::optional<Message> note;
        const TextGrid grid = TAGSCOPE_TRY(readTextGrid(file, reading.encoding, &note));
        ReadRegions regions = labelsOfTiers(grid.tiers, reading);
        if (note)
            regions.notes.push_back(*note);
        return withRows(file, std::move(regions));
    };
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &context) {
        const RegionsOfClip &clip = regions.front();
        return textGridText(textGridOf(clip.labels, clip.duration, context.events));
    };
    return {.id = "textgrid",
            .title = "Praat TextGrid",
            .suffixes = {".TextGrid"},
            .isKnownBySuffix = true,
            .read = read,
            .write = write};
}

} // namespace tagscope
