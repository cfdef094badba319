// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/vote_table.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/csv_rows.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::string_view, 4> kClipColumns{"id", "clip", "video_id", "name"};
constexpr std::array<std::string_view, 3> kEventColumns{"label", "event", "class"};
constexpr std::array<std::string_view, 2> kModalityColumns{"modality", "axis"};

constexpr std::array<std::string_view, 5> kVoterBeginnings{"labeler", "labeller", "annotator", "rater", "vote"};

using Names = std::span<const std::string_view>;

// The columns of a table by their names, in normal form.
class VoteColumns {
public:
    VoteColumns(std::filesystem::path file, const CsvRow &header) : file_(std::move(file)), line_(header.line) {
        for (const std::string &cell : header.cells)
            names_.push_back(normalForm(cell));
    }

    [[nodiscard]] std::optional<std::size_t> find(Names names) const {
        const auto found = std::ranges::find_if(
            names_, [names](const std::string &name) { return std::ranges::find(names, name) != names.end(); });
        return found == names_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names_.begin()));
    }
    [[nodiscard]] Result<std::size_t> need(Names names) const {
        if (const std::optional<std::size_t> place = find(names))
            return *place;
        return failInCell(file_, line_, names_.size(), {"formats.column_missing", names.front()});
    }
    [[nodiscard]] std::vector<std::size_t> beginningWith(Names beginnings) const {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (std::ranges::any_of(beginnings,
                                    [&](std::string_view beginning) { return names_[i].starts_with(beginning); }))
                places.push_back(i);
        return places;
    }
    [[nodiscard]] std::size_t count() const { return names_.size(); }

private:
    std::filesystem::path file_;
    std::size_t line_;
    std::vector<std::string> names_;
};

Result<std::optional<bool>> voteIn(const std::filesystem::path &file, const CsvRow &row, std::size_t column) {
    const std::string vote = normalForm(row.cells[column]);
    if (vote.empty() || vote == "nan")
        return std::optional<bool>();
    if (vote == "true" || vote == "1" || vote == "yes")
        return std::optional(true);
    if (vote == "false" || vote == "0" || vote == "no")
        return std::optional(false);
    return failInCell(file, row.line, column, {"formats.not_a_vote", row.cells[column]});
}

// Hands each row after the header, whose cells are as many, to `take`.
template <class Begin, class Take>
Result<void> forEachVoteRow(const std::filesystem::path &file, Begin begin, Take take) {
    std::optional<VoteColumns> columns;
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file));
    const auto takeRow = [&](CsvRow &&row) -> Result<void> {
        if (!columns) {
            columns.emplace(file, row);
            return begin(*columns, row);
        }
        if (row.cells.size() != columns->count())
            return failInCell(file, row.line, std::min(row.cells.size(), columns->count()),
                              {"formats.cells_unlike_first_line", row.cells.size(), columns->count()});
        return take(row);
    };
    TAGSCOPE_TRY(forEachCsvRowIn(file, content.text, separatorOf(content.text), takeRow));
    if (!columns)
        return fail(Error::Kind::Malformed, {"base.empty_file", file});
    return {};
}

} // namespace

Result<VoteTable> readVoteTable(const std::filesystem::path &file) {
    VoteTable table;
    std::size_t clip = 0;
    std::size_t event = 0;
    std::optional<std::size_t> modality;
    std::vector<std::size_t> voters;
    const auto begin = [&](const VoteColumns &columns, const CsvRow &header) -> Result<void> {
        clip = TAGSCOPE_TRY(columns.need(kClipColumns));
        event = TAGSCOPE_TRY(columns.need(kEventColumns));
        modality = columns.find(kModalityColumns);
        voters = columns.beginningWith(kVoterBeginnings);
        if (voters.empty())
            return failInCell(file, header.line, header.cells.size(), "formats.no_voters");
        for (const std::size_t voter : voters)
            table.annotators.push_back(header.cells[voter]);
        return {};
    };
    const auto take = [&](const CsvRow &row) -> Result<void> {
        VoteTable::Row votes{row.cells[clip], row.cells[event], VoteAxis::Heard, {}};
        const std::string axis = modality ? normalForm(row.cells[*modality]) : "audible";
        if (axis != "audible" && axis != "heard" && axis != "visible" && axis != "seen")
            return failInCell(file, row.line, *modality, {"formats.not_an_axis", row.cells[*modality]});
        votes.axis = axis == "visible" || axis == "seen" ? VoteAxis::Seen : VoteAxis::Heard;
        for (const std::size_t voter : voters)
            votes.votes.emplace_back() = TAGSCOPE_TRY(voteIn(file, row, voter));
        table.rows.push_back(std::move(votes));
        return {};
    };
    TAGSCOPE_TRY(forEachVoteRow(file, begin, take));
    return table;
}

Result<std::vector<GoldRow>> readGoldTable(const std::filesystem::path &file) {
    std::vector<GoldRow> rows;
    std::size_t clip = 0;
    std::size_t event = 0;
    std::size_t modality = 0;
    const auto begin = [&](const VoteColumns &columns, const CsvRow &) -> Result<void> {
        clip = TAGSCOPE_TRY(columns.need(kClipColumns));
        event = TAGSCOPE_TRY(columns.need(kEventColumns));
        modality = TAGSCOPE_TRY(columns.need(kModalityColumns));
        return {};
    };
    const auto take = [&](const CsvRow &row) -> Result<void> {
        const std::string is = normalForm(row.cells[modality]);
        if (is != "a" && is != "v" && is != "av" && is != "-")
            return failInCell(file, row.line, modality, {"formats.not_a_modality", row.cells[modality]});
        rows.push_back({row.cells[clip], row.cells[event], is.starts_with('a'), is.ends_with('v')});
        return {};
    };
    TAGSCOPE_TRY(forEachVoteRow(file, begin, take));
    return rows;
}

} // namespace tagscope
