// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign_scores.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/csv_rows.h"
#include "core/formats/jams.h"
#include "core/formats/npy_file.h"
#include "core/formats/score_values.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

// In normal form.
constexpr std::array<std::string_view, 9> kClipHeadings{"clip", "file",    "filename", "file_name",     "path",
                                                        "name", "clip_id", "fname",    "audio_filename"};

std::optional<double> numberIn(std::string cell, bool hasDecimalComma) {
    if (hasDecimalComma)
        std::ranges::replace(cell, ',', '.');
    const std::string_view text = trimmed(cell);
    double value = 0.0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (stop != text.data() + text.size() || text.empty())
        return std::nullopt;
    // Beyond what a double holds: the nearest that it does.
    if (error == std::errc::result_out_of_range)
        return text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos
                   ? std::copysign(std::numeric_limits<double>::denorm_min(), text.front() == '-' ? -1.0 : 1.0)
                   : std::copysign(std::numeric_limits<double>::infinity(), text.front() == '-' ? -1.0 : 1.0);
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

class ForeignTableReader {
public:
    ForeignTableReader(ScoreScale scale, char separator) : scale_(scale), hasDecimalComma_(separator != ',') {}

    Result<void> take(const std::filesystem::path &file, CsvRow &&row) {
        if (!isHeaderRead_)
            return takeHeader(file, row);
        if (std::ranges::all_of(row.cells, &std::string::empty))
            return {};
        if (row.cells.size() != scores_.classes + 1) {
            leaveOut(row, {"formats.cells_unlike_header", row.cells.size(), scores_.classes + 1});
            return {};
        }
        takeRow(row);
        return {};
    }

    [[nodiscard]] bool isHeaderRead() const { return isHeaderRead_; }
    ForeignScores taken() { return std::move(scores_); }

private:
    Result<void> takeHeader(const std::filesystem::path &file, const CsvRow &row) {
        const auto failAt = [&](const Message &what, Error::Kind kind) {
            return fail(kind, {"base.in_line", file, row.line, what});
        };
        const auto named = std::ranges::find_if(row.cells, [](const std::string &cell) {
            return std::ranges::find(kClipHeadings, normalForm(cell)) != kClipHeadings.end();
        });
        if (named != row.cells.end())
            clipColumn_ = static_cast<std::size_t>(named - row.cells.begin());
        // What was written without a header begins with numbers.
        const bool isOfNumbers = std::ranges::any_of(
            row.cells, [this](const std::string &cell) { return numberIn(cell, hasDecimalComma_).has_value(); });
        if (row.cells.size() < 2 || (isOfNumbers && named == row.cells.end()))
            return failAt("formats.score_header_missing", Error::Kind::Malformed);
        std::set<std::string> seen;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i == clipColumn_)
                continue;
            if (!seen.insert(normalForm(row.cells[i])).second)
                return failAt({"formats.column_twice", row.cells[i]}, Error::Kind::Inconsistent);
            scores_.columns.push_back(row.cells[i]);
        }
        scores_.classes = scores_.columns.size();
        isHeaderRead_ = true;
        return {};
    }

    void takeRow(const CsvRow &row) {
        const std::size_t before = scores_.values.size();
        std::size_t column = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i == clipColumn_)
                continue;
            const std::optional<double> number = numberIn(row.cells[i], hasDecimalComma_);
            const ForeignScore score =
                number ? foreignScore(*number, scale_) : ForeignScore{0.0, {"formats.not_a_number", row.cells[i]}};
            if (!score.wrong.empty()) {
                scores_.values.resize(before);
                leaveOut(row, {"formats.score_of", scores_.columns[column], score.wrong});
                return;
            }
            scores_.values.push_back(score.probability);
            ++column;
        }
        if (row.cells[clipColumn_].empty()) {
            scores_.values.resize(before);
            leaveOut(row, "formats.clip_without_name");
            return;
        }
        scores_.clips.push_back(row.cells[clipColumn_]);
        scores_.lines.push_back(row.line);
    }

    void leaveOut(const CsvRow &row, Message why) { scores_.leftOut.push_back({row.line, std::move(why)}); }

    ScoreScale scale_;
    bool hasDecimalComma_;
    bool isHeaderRead_ = false;
    std::size_t clipColumn_ = 0;
    ForeignScores scores_;
};

std::string asText(double value) {
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

// The list that was asked for, else the one beside the array; empty where there is none.
std::filesystem::path listFor(const std::filesystem::path &asked, const std::filesystem::path &array,
                              const char *suffix) {
    if (!asked.empty())
        return asked;
    std::filesystem::path beside = array;
    beside.replace_extension(suffix);
    std::error_code error;
    return std::filesystem::exists(beside, error) ? beside : std::filesystem::path();
}

} // namespace

ForeignScore foreignScore(double value, ScoreScale scale) {
    if (!std::isfinite(value))
        return {0.0, {"formats.not_finite", asText(value)}};
    if (scale == ScoreScale::Logit)
        return {probabilityOfLogit(value), {}};
    if (!isInUnitInterval(value))
        return {0.0, {"formats.outside_unit", asText(value)}};
    return {value, {}};
}

Result<ForeignScores> readForeignTable(const std::filesystem::path &file, ScoreScale scale, std::string_view encoding) {
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file, encoding));
    const char separator = separatorOf(content.text);
    ForeignTableReader reader(scale, separator);
    TAGSCOPE_TRY(forEachCsvRowIn(file, content.text, separator,
                                 [&](CsvRow &&row) { return reader.take(file, std::move(row)); }));
    if (!reader.isHeaderRead())
        return fail(Error::Kind::Malformed, {"base.empty_file", file});
    ForeignScores scores = reader.taken();
    if (content.note)
        scores.notes.push_back(*content.note);
    if (scores.clips.empty() && !scores.leftOut.empty())
        return fail(Error::Kind::Malformed,
                    {"base.in_line", file, scores.leftOut.front().line, scores.leftOut.front().reason});
    if (scores.clips.empty())
        return fail(Error::Kind::Malformed, {"formats.holds_no_clips", file});
    return scores;
}

Result<ForeignScores> readForeignArray(const std::filesystem::path &file, ScoreScale scale,
                                       const std::filesystem::path &clips, const std::filesystem::path &classes) {
    NpyArray array = TAGSCOPE_TRY(readNpyArray(file));
    if (array.shape.size() != 2 || array.shape[0] == 0 || array.shape[1] == 0)
        return fail(Error::Kind::Malformed, {"formats.array_not_table", file});
    const std::filesystem::path clipList = listFor(clips, file, ".clips.txt");
    if (clipList.empty())
        return fail(Error::Kind::Inconsistent, {"formats.array_without_clips", file, file.stem()});
    ForeignScores scores;
    scores.clips = TAGSCOPE_TRY(readNameList(clipList));
    if (const std::filesystem::path classList = listFor(classes, file, ".classes.txt"); !classList.empty())
        scores.columns = TAGSCOPE_TRY(readNameList(classList));
    scores.classes = array.shape[1];
    if (scores.clips.size() != array.shape[0])
        return fail(Error::Kind::Inconsistent,
                    {"formats.names_of_array", clipList, scores.clips.size(), file, array.shape[0]});
    if (!scores.columns.empty() && scores.columns.size() != scores.classes)
        return fail(Error::Kind::Inconsistent, {"formats.names_of_array", listFor(classes, file, ".classes.txt"),
                                                scores.columns.size(), file, scores.classes});
    std::vector<std::string> names;
    for (std::size_t row = 0; row < array.shape[0]; ++row) {
        Message wrong;
        for (std::size_t k = 0; k < scores.classes && wrong.empty(); ++k) {
            double &value = array.values[row * scores.classes + k];
            const ForeignScore score = foreignScore(value, scale);
            wrong = score.wrong;
            value = score.probability;
        }
        if (!wrong.empty()) {
            scores.leftOut.push_back({0, {"formats.array_row", row, scores.clips[row], wrong}});
            continue;
        }
        const auto start = array.values.begin() + static_cast<std::ptrdiff_t>(row * scores.classes);
        scores.values.insert(scores.values.end(), start, start + static_cast<std::ptrdiff_t>(scores.classes));
        names.push_back(std::move(scores.clips[row]));
    }
    scores.clips = std::move(names);
    scores.lines.assign(scores.clips.size(), 0);
    return scores;
}

Result<ForeignScores> readForeignJams(const std::filesystem::path &file) {
    JamsReading read = TAGSCOPE_TRY(readJams(file));
    ForeignScores scores;
    scores.clips.push_back(file.stem().string());
    scores.lines.push_back(0);
    scores.notes = std::move(read.notes);
    scores.leftOut = std::move(read.leftOut);
    for (const JamsTags::Tag &tag : read.tags.tags) {
        const ForeignScore score = foreignScore(tag.confidence.value_or(std::nan("")), ScoreScale::Probability);
        if (!tag.confidence || !score.wrong.empty()) {
            scores.leftOut.push_back({0,
                                      {"formats.score_of", tag.event,
                                       tag.confidence ? score.wrong : Message("formats.without_confidence")}});
            continue;
        }
        scores.columns.push_back(tag.event);
        scores.values.push_back(score.probability);
    }
    scores.classes = scores.columns.size();
    if (scores.columns.empty())
        return fail(Error::Kind::Malformed, {"formats.jams_without_scores", file});
    return scores;
}

Result<std::vector<std::string>> readNameList(const std::filesystem::path &file) {
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file));
    std::vector<std::string> names;
    for (const std::string &line : linesOf(content.text))
        if (const std::string_view name = trimmed(line); !name.empty())
            names.emplace_back(name);
    if (names.empty())
        return fail(Error::Kind::Malformed, {"base.empty_file", file});
    return names;
}

} // namespace tagscope
