// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/verdict_reader.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/exchange/clip_finder.h"
#include "core/exchange/event_finder.h"
#include "core/exchange/verdict_columns.h"
#include "core/formats/csv_cells.h"
#include "core/formats/csv_rows.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 16> kColumns{"clip",     "event",  "annotator", "stage", "heard",  "seen",
                                                    "verdict",  "note",   "time",      "key",   "played", "plays",
                                                    "informed", "remark", "row",       "check"};
enum Column : std::size_t {
    ClipName,
    Event,
    Annotator,
    Stage,
    Heard,
    Seen,
    Word,
    Note,
    Time,
    Key,
    Played,
    Plays,
    Informed,
    RemarkOf,
    RowNumber,
    Check
};
constexpr std::size_t kNeeded = Heard; // columns before it

tl::unexpected<Error> wrongCell(Message what) {
    return fail(Error::Kind::Malformed, std::move(what));
}

// Nothing for an empty cell.
template <class Number>
Result<std::optional<Number>> numberIn(const std::string &cell) {
    if (cell.empty())
        return std::nullopt;
    Number number{};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size() || number < Number{} ||
        !std::isfinite(static_cast<double>(number)))
        return wrongCell({"exchange.not_a_count", cell});
    return number;
}

class VerdictReader {
public:
    VerdictReader(const Project &project, fs::path file, std::vector<Clip> clips, FileReport &report)
        : project_(project), file_(std::move(file)), finder_(std::move(clips)), events_(project.classes(), {}),
          report_(report) {}

    Result<ReadVerdicts> read() {
        const ForeignText content = TAGSCOPE_TRY(readForeignText(file_));
        if (content.note)
            report_.notes.push_back(*content.note);
        TAGSCOPE_TRY(forEachCsvRowIn(file_, content.text, separatorOf(content.text), [this](CsvRow &&row) {
            return cellsInHeader_ == 0 ? takeHeader(row) : takeRow(row);
        }));
        if (cellsInHeader_ == 0)
            return fail(Error::Kind::Malformed, {"base.empty_file", file_});
        if (report_.rows < rowsInAll_)
            return failInCell(file_, lastLine_, 0, {"exchange.verdict_table_cut", report_.rows, rowsInAll_});
        if (read_.verdicts.empty() && read_.remarks.empty() && !report_.leftOut.empty())
            return fail(Error::Kind::Malformed,
                        {"base.in_line", file_, report_.leftOut.front().line, report_.leftOut.front().reason});
        return std::move(read_);
    }

private:
    [[nodiscard]] bool has(Column column) const { return places_[column] < cellsInHeader_; }

    Result<void> takeHeader(const CsvRow &row) {
        std::vector<std::string> names;
        for (const std::string &cell : row.cells)
            names.push_back(normalForm(cell));
        cellsInHeader_ = names.size();
        for (std::size_t column = 0; column < kColumns.size(); ++column)
            places_[column] = static_cast<std::size_t>(std::ranges::find(names, kColumns[column]) - names.begin());
        for (std::size_t column = 0; column < kNeeded; ++column)
            if (!has(static_cast<Column>(column)))
                return failInCell(file_, row.line, 0, {"exchange.verdict_column_missing", kColumns[column]});
        if (!has(Heard) && !has(Seen) && !has(Word))
            return failInCell(file_, row.line, 0, {"exchange.verdict_column_missing", kColumns[Heard]});
        isChecked_ = has(RowNumber) && has(Check) && places_[Check] + 1 == cellsInHeader_;
        return {};
    }

    Result<void> takeRow(const CsvRow &row) {
        if (std::ranges::all_of(row.cells, &std::string::empty))
            return {};
        ++report_.rows;
        lastLine_ = row.line;
        if (isChecked_)
            TAGSCOPE_TRY(requireUnchanged(row));
        if (Result<void> taken = cell(row, RemarkOf).empty() ? takeVerdict(row) : takeRemark(row); !taken)
            report_.leftOut.push_back({row.line, std::move(taken.error().message)});
        return {};
    }

    Result<void> requireUnchanged(const CsvRow &row) {
        const auto changed = [&] {
            return failInCell(file_, row.line, 0, {"exchange.verdict_row_changed", report_.rows});
        };
        if (row.cells.size() != cellsInHeader_)
            return changed();
        std::string written;
        for (std::size_t i = 0; i + 1 < row.cells.size(); ++i)
            written += (i == 0 ? "" : ",") + csvCell(row.cells[i]);
        check_ = verdictRowCheck(check_, written);
        const std::string begin = std::to_string(report_.rows) + " of ";
        const std::string &number = row.cells[places_[RowNumber]];
        if (check_ != row.cells.back() || !number.starts_with(begin))
            return changed();
        const Result<std::optional<std::size_t>> all = numberIn<std::size_t>(number.substr(begin.size()));
        if (!all || !*all || **all < report_.rows || (rowsInAll_ != 0 && rowsInAll_ != **all))
            return changed();
        rowsInAll_ = **all;
        return {};
    }

    [[nodiscard]] std::string cell(const CsvRow &row, Column column) const {
        return places_[column] < row.cells.size() ? row.cells[places_[column]] : std::string();
    }

    [[nodiscard]] Result<std::optional<AuditAnswer>> answerAt(const CsvRow &row, Column column) const {
        const std::string text = cell(row, column);
        if (text.empty())
            return std::nullopt;
        const std::optional<AuditAnswer> answer = answerNamed(normalForm(text));
        if (!answer)
            return wrongCell({"exchange.not_an_answer", text});
        return answer;
    }

    [[nodiscard]] Result<std::optional<VerdictValue>> valueAt(const CsvRow &row) const {
        if (!has(Heard) && !has(Seen)) {
            const std::optional<VerdictValue> value = verdictNamed(normalForm(cell(row, Word)));
            if (!value && !cell(row, Word).empty())
                return wrongCell({"exchange.not_a_verdict", cell(row, Word)});
            return value;
        }
        const std::optional<AuditAnswer> heard = TAGSCOPE_TRY(answerAt(row, Heard));
        const std::optional<AuditAnswer> seen = TAGSCOPE_TRY(answerAt(row, Seen));
        return valueFor({heard, seen});
    }

    [[nodiscard]] Result<ClipId> clipAt(const CsvRow &row) const {
        const FoundClips found = finder_.findByPath(cell(row, ClipName));
        if (found.what == FoundClips::What::Nothing)
            return wrongCell({"exchange.not_a_clip", cell(row, ClipName), project_.file()});
        if (found.clips.size() != 1)
            return wrongCell({"exchange.which_clip", cell(row, ClipName), finder_.namesOf(found.clips)});
        return finder_.clips()[found.clips.front()].id;
    }

    // Who said it, when, and what was known.
    struct Saying {
        std::string annotator;
        AuditStage stage = AuditStage::Sound;
        std::int64_t time = 0;
    };
    [[nodiscard]] Result<Saying> sayingAt(const CsvRow &row) const {
        const std::optional<AuditStage> stage = stageNamed(normalForm(cell(row, Stage)));
        if (!stage)
            return wrongCell({"exchange.not_a_stage", cell(row, Stage)});
        const std::optional<std::int64_t> time = has(Time) ? microsecondsOf(cell(row, Time)) : 0;
        if (!time || *time < 0)
            return wrongCell({"exchange.not_a_time", cell(row, Time)});
        if (cell(row, Annotator).empty())
            return wrongCell("exchange.annotator_missing");
        return Saying{cell(row, Annotator), *stage, *time};
    }

    Result<void> takeRemark(const CsvRow &row) {
        const ClipId clip = TAGSCOPE_TRY(clipAt(row));
        Saying saying = TAGSCOPE_TRY(sayingAt(row));
        std::string kind = normalForm(cell(row, RemarkOf));
        const bool isTakenBack = kind.ends_with(kTakenBack);
        if (isTakenBack)
            kind.resize(kind.size() - kTakenBack.size());
        const std::optional<RemarkKind> named = remarkKindNamed(kind);
        if (!named || (*named == RemarkKind::NewEvent && cell(row, Event).empty()))
            return wrongCell({"exchange.not_a_remark", cell(row, RemarkOf)});
        read_.remarks.push_back({clip, *named, std::move(saying.annotator), cell(row, Event), cell(row, Note),
                                 saying.stage, saying.time, !isTakenBack});
        return {};
    }

    Result<void> takeVerdict(const CsvRow &row) {
        const ClipId clip = TAGSCOPE_TRY(clipAt(row));
        const std::optional<int> event = events_.find(cell(row, Event));
        if (!event)
            return wrongCell({"exchange.not_an_event", cell(row, Event), project_.file()});
        const std::optional<VerdictValue> value = TAGSCOPE_TRY(valueAt(row));
        Saying saying = TAGSCOPE_TRY(sayingAt(row));
        const std::optional<double> played = TAGSCOPE_TRY(numberIn<double>(cell(row, Played)));
        const std::optional<int> plays = TAGSCOPE_TRY(numberIn<int>(cell(row, Plays)));
        const std::optional<int> informed = TAGSCOPE_TRY(numberIn<int>(cell(row, Informed)));
        Verdict verdict{clip, *event, saying.stage, std::move(saying.annotator), value, cell(row, Note), saying.time};
        verdict.key = cell(row, Key);
        verdict.played = played;
        verdict.plays = plays.value_or(0);
        verdict.isInformed = informed.value_or(0) != 0;
        read_.verdicts.push_back(std::move(verdict));
        return {};
    }

    const Project &project_;
    fs::path file_;
    std::array<std::size_t, kColumns.size()> places_{}; // that of a column that is missing is behind the last cell
    std::size_t cellsInHeader_ = 0;                     // 0 before the header
    bool isChecked_ = false;
    std::string check_;         // of the last row
    std::size_t rowsInAll_ = 0; // as the rows say; 0: nothing says so
    std::size_t lastLine_ = 0;
    ClipFinder finder_;
    EventFinder events_;
    FileReport &report_;
    ReadVerdicts read_;
};

} // namespace

Result<ReadVerdicts> readVerdicts(const Project &project, const fs::path &file, std::vector<Clip> clips,
                                  FileReport &report) {
    return VerdictReader(project, file, std::move(clips), report).read();
}

} // namespace tagscope
