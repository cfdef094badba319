// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/score_table.h"

#include "core/base/try.h"
#include "core/formats/csv_cells.h"
#include "core/formats/csv_rows.h"
#include "core/formats/score_values.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <utility>

namespace tagscope {

namespace {

namespace fs = std::filesystem;
using Index = std::unordered_map<std::string, std::size_t>;

// A table of either kind, on its way in.
struct NumberTable {
    std::vector<std::string> events;
    std::vector<std::string> clips;
    std::vector<float> values; // clips x events
};

// What a cell holds; nothing where `isAllowed` refuses it or it is not a number.
using IsAllowed = bool (*)(double);
std::optional<float> scoreOf(const std::string &cell, IsAllowed isAllowed) {
    double value = 0.0;
    const char *end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data(), end, value);
    if (error != std::errc() || stop != end || !isAllowed(value))
        return std::nullopt;
    return keptProbability(value);
}

bool isProbability(double value) {
    return value >= 0.0 && value <= 1.0; // not so for NaN
}

bool isZeroOrOne(double value) {
    return value == 0.0 || value == 1.0;
}

// Reads one file: header, then rows.
class TableReader {
public:
    TableReader(fs::path file, IsAllowed isAllowed, Message allowed)
        : file_(std::move(file)), isAllowed_(isAllowed), allowed_(std::move(allowed)) {}

    Result<NumberTable> read() {
        TAGSCOPE_TRY(forEachCsvRow(
            file_, [this](CsvRow &&row) { return table_.events.empty() ? takeHeader(row) : takeRow(row); }));
        if (table_.clips.empty())
            return fail(Error::Kind::Malformed, {"formats.holds_no_clips", file_});
        return std::move(table_);
    }

private:
    tl::unexpected<Error> failAt(const CsvRow &row, const Message &what,
                                 Error::Kind kind = Error::Kind::Malformed) const {
        return fail(kind, {"formats.in_row", file_, row.line, what});
    }

    Result<void> takeHeader(CsvRow &row) {
        if (row.cells.size() < 2 || row.cells.front() != "clip")
            return failAt(row, "formats.score_header");
        Index seen;
        for (std::size_t column = 1; column < row.cells.size(); ++column) {
            const std::string &event = row.cells[column];
            if (event.empty())
                return failAt(row, {"formats.column_without_event", column + 1});
            if (!seen.emplace(event, column).second)
                return failAt(row, {"formats.event_twice", event}, Error::Kind::Inconsistent);
        }
        table_.events.assign(std::make_move_iterator(row.cells.begin() + 1), std::make_move_iterator(row.cells.end()));
        return {};
    }

    Result<void> takeRow(CsvRow &row) {
        if (row.cells.size() != table_.events.size() + 1)
            return failAt(row, {"formats.cells_unlike_header", row.cells.size(), table_.events.size() + 1});
        std::string &clip = row.cells.front();
        if (clip.empty())
            return failAt(row, "formats.clip_without_name");
        if (const auto [first, isNew] = lineOfClip_.emplace(clip, row.line); !isNew)
            return failAt(row, {"formats.clip_twice", clip, first->second}, Error::Kind::Inconsistent);
        for (std::size_t event = 0; event < table_.events.size(); ++event) {
            const std::string &cell = row.cells[event + 1];
            const std::optional<float> value = scoreOf(cell, isAllowed_);
            if (!value)
                return failAt(row, {"formats.cell_not", table_.events[event], cell, allowed_});
            table_.values.push_back(*value);
        }
        table_.clips.push_back(std::move(clip));
        return {};
    }

    fs::path file_;
    IsAllowed isAllowed_;
    Message allowed_;
    NumberTable table_;
    Index lineOfClip_;
};

// `value`: of a clip and an event, as text.
std::string tableText(const std::vector<std::string> &events, const std::vector<std::string> &clips, auto value) {
    std::string text = "clip";
    for (const std::string &event : events)
        text += "," + csvCell(event);
    for (std::size_t clip = 0; clip < clips.size(); ++clip) {
        text += "\r\n" + csvCell(clips[clip]);
        for (std::size_t event = 0; event < events.size(); ++event)
            text += "," + value(clip, event);
    }
    return text + "\r\n";
}

Index positionsIn(const std::vector<std::string> &names) {
    Index positions;
    for (std::size_t i = 0; i < names.size(); ++i)
        positions.emplace(names[i], i);
    return positions;
}

// The names of `wanted` that `there` lacks, a few of them spelled out; nothing where it has all.
Message absentNames(const std::vector<std::string> &wanted, const Index &there) {
    constexpr std::size_t kSpelledOut = 3;
    std::size_t absent = 0;
    std::string names;
    for (const std::string &name : wanted) {
        if (there.contains(name))
            continue;
        if (absent < kSpelledOut)
            names += (absent == 0 ? "\"" : ", \"") + name + "\"";
        ++absent;
    }
    if (absent > kSpelledOut)
        return {"formats.and_more", names, absent - kSpelledOut};
    return plainText(std::move(names));
}

// For each of `wanted` its place in `there`, which must hold the same names. `kind`: "clip" or "event".
Result<std::vector<std::size_t>> placesOf(const std::vector<std::string> &wanted, const std::vector<std::string> &there,
                                          const Message &kind, const fs::path &file) {
    const Index positions = positionsIn(there);
    if (const Message missing = absentNames(wanted, positions); !missing.empty())
        return fail(Error::Kind::Inconsistent, {"formats.lacks_of_truth", file, kind, missing});
    if (const Message extra = absentNames(there, positionsIn(wanted)); !extra.empty())
        return fail(Error::Kind::Inconsistent, {"formats.has_beyond_truth", file, kind, extra});
    std::vector<std::size_t> places;
    places.reserve(wanted.size());
    for (const std::string &name : wanted)
        places.push_back(positions.at(name));
    return places;
}

} // namespace

Result<ScoreTable> readScoreTable(const fs::path &file) {
    NumberTable table = TAGSCOPE_TRY(TableReader(file, isProbability, "formats.a_probability").read());
    ScoreTable result{std::move(table.events), std::move(table.clips), {}};
    result.scores.rows = result.clips.size();
    result.scores.columns = result.events.size();
    result.scores.values = std::move(table.values);
    return result;
}

Result<TruthTable> readTruthTable(const fs::path &file) {
    NumberTable table = TAGSCOPE_TRY(TableReader(file, isZeroOrOne, "formats.zero_or_one").read());
    TruthTable result{std::move(table.events), std::move(table.clips), {}};
    result.truth = BinaryTable(result.clips.size(), result.events.size());
    std::transform(table.values.begin(), table.values.end(), result.truth.values.begin(),
                   [](float value) { return static_cast<std::uint8_t>(value != 0.0F); });
    return result;
}

Result<ScoreTable> alignedTo(const TruthTable &like, const ScoreTable &table, const fs::path &file) {
    const auto columns = TAGSCOPE_TRY(placesOf(like.events, table.events, "formats.the_event", file));
    const auto rows = TAGSCOPE_TRY(placesOf(like.clips, table.clips, "formats.the_clip", file));
    ScoreTable aligned{like.events, like.clips, Matrix(like.clips.size(), like.events.size())};
    for (std::size_t clip = 0; clip < like.clips.size(); ++clip)
        for (std::size_t event = 0; event < like.events.size(); ++event)
            aligned.scores(clip, event) = table.scores(rows[clip], columns[event]);
    return aligned;
}

std::string scoreTableText(const ScoreTable &table) {
    return tableText(table.events, table.clips, [&table](std::size_t clip, std::size_t event) {
        return table.exact.empty() ? shortestNumber(table.scores(clip, event))
                                   : shortestNumber(table.exact[clip * table.events.size() + event]);
    });
}

std::string truthTableText(const TruthTable &table) {
    return tableText(table.events, table.clips, [&table](std::size_t clip, std::size_t event) {
        return std::string(table.truth(clip, event) != 0 ? "1" : "0");
    });
}

} // namespace tagscope
