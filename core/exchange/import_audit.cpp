// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_audit.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/exchange/clip_finder.h"
#include "core/formats/csv_rows.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kColumns{"clip", "event", "annotator", "stage", "verdict", "note", "time"};
enum Column : std::size_t { ClipName, Event, Annotator, Stage, Value, Note, Time };

// What an annotator says something of, at a stage.
using PairKey = std::tuple<ClipId, int, AuditStage, std::string>;
PairKey auditedPairOf(const Verdict &verdict) {
    return {verdict.clip, verdict.event, verdict.stage, verdict.annotator};
}
using EntryKey = std::pair<PairKey, std::int64_t>;
EntryKey entryOf(const Verdict &verdict) {
    return {auditedPairOf(verdict), verdict.time};
}

class VerdictReader {
public:
    VerdictReader(const Project &project, fs::path file, std::vector<Clip> clips, FileReport &report)
        : project_(project), file_(std::move(file)), finder_(std::move(clips)), events_(project.classes(), {}),
          report_(report) {}

    Result<std::vector<Verdict>> read() {
        const ForeignText content = TAGSCOPE_TRY(readForeignText(file_));
        if (content.note)
            report_.notes.push_back(*content.note);
        TAGSCOPE_TRY(forEachCsvRowIn(file_, content.text, separatorOf(content.text), [this](CsvRow &&row) {
            return places_.empty() ? takeHeader(row) : takeRow(row);
        }));
        if (places_.empty())
            return fail(Error::Kind::Malformed, {"base.empty_file", file_});
        if (verdicts_.empty() && !report_.leftOut.empty())
            return fail(Error::Kind::Malformed,
                        {"base.in_line", file_, report_.leftOut.front().line, report_.leftOut.front().reason});
        return std::move(verdicts_);
    }

private:
    Result<void> takeHeader(const CsvRow &row) {
        std::vector<std::string> names;
        cellsInHeader_ = row.cells.size();
        for (const std::string &cell : row.cells)
            names.push_back(normalForm(cell));
        for (const std::string_view column : kColumns) {
            const auto found = std::ranges::find(names, column);
            if (found == names.end() && (column == kColumns[Note] || column == kColumns[Time])) {
                places_.push_back(names.size()); // no cell: a note is empty, the time is now
                continue;
            }
            if (found == names.end())
                return failInCell(file_, row.line, 0, {"exchange.verdict_column_missing", column});
            places_.push_back(static_cast<std::size_t>(found - names.begin()));
        }
        return {};
    }

    Result<void> takeRow(const CsvRow &row) {
        if (std::ranges::all_of(row.cells, &std::string::empty))
            return {};
        ++report_.rows;
        Result<Verdict> verdict = verdictIn(row);
        if (verdict)
            verdicts_.push_back(std::move(*verdict));
        else
            report_.leftOut.push_back({row.line, std::move(verdict.error().message)});
        return {};
    }

    [[nodiscard]] Result<Verdict> verdictIn(const CsvRow &row) const {
        const auto cell = [&](Column column) {
            return places_[column] < row.cells.size() ? row.cells[places_[column]] : std::string();
        };
        const auto wrong = [](Message what) { return fail(Error::Kind::Malformed, std::move(what)); };
        const FoundClips found = finder_.findByPath(cell(ClipName));
        if (found.what == FoundClips::What::Nothing)
            return wrong({"exchange.not_a_clip", cell(ClipName), project_.file()});
        if (found.clips.size() != 1)
            return wrong({"exchange.which_clip", cell(ClipName), finder_.namesOf(found.clips)});
        const std::optional<int> event = events_.find(cell(Event));
        if (!event)
            return wrong({"exchange.not_an_event", cell(Event), project_.file()});
        const std::optional<AuditStage> stage = stageNamed(normalForm(cell(Stage)));
        if (!stage)
            return wrong({"exchange.not_a_stage", cell(Stage)});
        const std::optional<VerdictValue> value = verdictNamed(normalForm(cell(Value)));
        if (!value && !cell(Value).empty())
            return wrong({"exchange.not_a_verdict", cell(Value)});
        const bool hasTimes = places_[Time] < cellsInHeader_;
        const std::optional<std::int64_t> time = hasTimes ? microsecondsOf(cell(Time)) : 0;
        if (!time || *time < 0)
            return wrong({"exchange.not_a_time", cell(Time)});
        if (cell(Annotator).empty())
            return wrong("exchange.annotator_missing");
        return Verdict{
            finder_.clips()[found.clips.front()].id, *event, *stage, cell(Annotator), value, cell(Note), *time};
    }

    const Project &project_;
    fs::path file_;
    std::vector<std::size_t> places_; // of kColumns; empty before the header
    std::size_t cellsInHeader_ = 0;
    ClipFinder finder_;
    EventFinder events_;
    FileReport &report_;
    std::vector<Verdict> verdicts_;
};

using StandingVerdicts = std::map<PairKey, Verdict>;
StandingVerdicts standingIn(const std::vector<Verdict> &history) {
    StandingVerdicts standing;
    for (Verdict &verdict : standingVerdicts(history))
        standing.emplace(auditedPairOf(verdict), std::move(verdict));
    return standing;
}

// Of those without times those that say what holds already; how many.
std::size_t dropRepeated(std::vector<Verdict> &verdicts, const StandingVerdicts &standing) {
    return std::erase_if(verdicts, [&standing](const Verdict &verdict) {
        const auto held = standing.find(auditedPairOf(verdict));
        return verdict.time == 0 && held != standing.end() && held->second.value == verdict.value &&
               held->second.note == verdict.note;
    });
}

// What would bring back what held before the verdicts.
std::vector<Verdict> heldBefore(const std::vector<Verdict> &verdicts, const StandingVerdicts &standing) {
    StandingVerdicts held;
    for (Verdict verdict : verdicts) {
        const auto before = standing.find(auditedPairOf(verdict));
        if (before != standing.end())
            verdict = before->second;
        else
            verdict.value.reset();
        verdict.time = 0;
        held.emplace(auditedPairOf(verdict), std::move(verdict));
    }
    std::vector<Verdict> all;
    for (auto &[pair, verdict] : held)
        all.push_back(std::move(verdict));
    return all;
}

} // namespace

Result<AuditImportReport> importVerdicts(Project &project, const fs::path &file, bool isDryRun) {
    FileReport report;
    report.file = file;
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::vector<Verdict> verdicts = TAGSCOPE_TRY(VerdictReader(project, file, std::move(clips), report).read());
    const std::vector<Verdict> before = TAGSCOPE_TRY(project.verdictHistory());
    const StandingVerdicts standing = standingIn(before);
    const std::size_t repeated = dropRepeated(verdicts, standing);
    std::set<EntryKey> known;
    for (const Verdict &verdict : before)
        known.insert(entryOf(verdict));
    std::vector<Verdict> added = verdicts;
    if (!isDryRun)
        added = TAGSCOPE_TRY(project.addVerdicts(verdicts)); // with their times
    std::erase_if(added, [&known](const Verdict &verdict) { return known.contains(entryOf(verdict)); });
    report.added = added.size();
    report.known = repeated + verdicts.size() - added.size();
    AuditImportReport all;
    all.added = report.added;
    all.known = report.known;
    if (!isDryRun) {
        all.verdictsBefore = heldBefore(added, standing);
        all.verdicts = std::move(added);
    }
    all.take(std::move(report));
    return all;
}

} // namespace tagscope
