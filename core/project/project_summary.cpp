// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_summary.h"

#include "core/base/try.h"
#include "core/project/project_file.h"
#include "core/project/project_state.h"
#include "core/project/score_blocks.h"

#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <numeric>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

// Each table is gone through once, in its own order: of millions of clips a question a clip takes minutes, and a table
// of clips and events gigabytes.
namespace tagscope {
namespace {

// A query's rows without SQLiteCpp's columns, each of which shares its statement with the others: of millions of rows
// that takes longer than reading them.
class QuickRows {
public:
    QuickRows(const SQLite::Database &database, const char *query) : database_(database) {
        if (sqlite3_prepare_v2(database.getHandle(), query, -1, &statement_, nullptr) != SQLITE_OK)
            throw SQLite::Exception(database.getHandle());
    }
    ~QuickRows() { sqlite3_finalize(statement_); }
    QuickRows(const QuickRows &) = delete;
    QuickRows &operator=(const QuickRows &) = delete;

    [[nodiscard]] bool next() {
        const int status = sqlite3_step(statement_);
        if (status != SQLITE_ROW && status != SQLITE_DONE)
            throw SQLite::Exception(database_.getHandle(), status);
        return status == SQLITE_ROW;
    }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] bool isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    [[nodiscard]] std::string_view text(int column) const {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement_, column));
        return text == nullptr ? std::string_view() : std::string_view(text);
    }

private:
    const SQLite::Database &database_;
    sqlite3_stmt *statement_ = nullptr;
};

class SplitCounter {
public:
    SplitCounter(SQLite::Database &database, const Project::State &state) : database_(database), state_(state) {}

    Result<std::vector<SplitSummary>> count() {
        countClips();
        TAGSCOPE_TRY(forEachPair("SELECT clip, event FROM label ORDER BY clip",
                                 [](SplitSummary &split, std::size_t event, bool) { ++split.labels[event]; }));
        TAGSCOPE_TRY(forEachPair("SELECT label.clip, label.event FROM presence JOIN label USING (clip, event) "
                                 "WHERE audible = 0 ORDER BY label.clip",
                                 [](SplitSummary &split, std::size_t event, bool isNextClip) {
                                     ++split.inaudible[event];
                                     ++split.inaudiblePairs;
                                     split.inaudibleClips += isNextClip ? 1 : 0;
                                 }));
        return std::move(splits_);
    }

private:
    [[nodiscard]] SplitSummary emptySummary(const std::string &split) const {
        SplitSummary summary;
        summary.split = split;
        summary.labels.resize(state_.classes.size());
        summary.inaudible.resize(state_.classes.size());
        return summary;
    }

    void countClips() {
        std::vector<std::int64_t> missing; // recordings
        for (QuickRows rows(database_, "SELECT id FROM recording WHERE missing <> 0 ORDER BY id"); rows.next();)
            missing.push_back(rows.number(0));
        std::unordered_map<std::string, std::size_t> numbers;
        std::string split;
        std::size_t number = 0;
        for (QuickRows rows(database_, "SELECT id, split, recording FROM clip ORDER BY id"); rows.next();) {
            if (const std::string_view text = rows.text(1); splits_.empty() || split != text) {
                split = text;
                number = numbers.try_emplace(split, splits_.size()).first->second;
                if (number == splits_.size())
                    splits_.push_back(emptySummary(split));
            }
            ++splits_[number].clips;
            const bool isGone = rows.isNull(2) || isAmong(missing, rows.number(2));
            splits_[number].missing += isGone ? 1 : 0;
            ids_.push_back(rows.number(0));
            splitOf_.push_back(static_cast<std::uint32_t>(number));
        }
    }

    // Recordings come as their clips do, mostly: the next one is tried before all are.
    [[nodiscard]] bool isAmong(const std::vector<std::int64_t> &sorted, std::int64_t id) {
        if (next_ < sorted.size() && sorted[next_] == id) {
            ++next_;
            return true;
        }
        const auto found = std::ranges::lower_bound(sorted, id);
        next_ = static_cast<std::size_t>(found - sorted.begin());
        return found != sorted.end() && *found == id;
    }

    // The rows come by clip, as ids_ do.
    template <class Take>
    Result<void> forEachPair(const char *query, Take &&take) {
        std::size_t at = 0;
        std::int64_t before = 0;
        for (QuickRows rows(database_, query); rows.next();) {
            const std::int64_t clip = rows.number(0);
            while (at < ids_.size() && ids_[at] < clip)
                ++at;
            const std::int64_t event = rows.number(1);
            if (!state_.isEvent(event))
                return state_.damaged({"project.damaged_label_event", event});
            if (at < ids_.size() && ids_[at] == clip)
                take(splits_[splitOf_[at]], static_cast<std::size_t>(event), clip != before);
            before = clip;
        }
        return {};
    }

    SQLite::Database &database_;
    const Project::State &state_;
    std::vector<SplitSummary> splits_;
    std::vector<std::int64_t> ids_; // of the clips, ascending
    std::vector<std::uint32_t> splitOf_;
    std::size_t next_ = 0; // of the missing recordings
};

std::size_t scoreCount(SQLite::Database &database, const ScoreSource &source) {
    SQLite::Statement row(database, "SELECT id FROM source WHERE branch = ? AND name = ?");
    SQLite::bind(row, static_cast<int>(source.branch), source.name);
    return row.executeStep() ? ScoreBlocks(database, row.getColumn(0).getInt64(), 0).countClips() : 0;
}

} // namespace

std::size_t SplitSummary::labelCount() const {
    return std::accumulate(labels.begin(), labels.end(), std::size_t{0});
}

Result<ProjectSummary> summaryOf(const Project &project) {
    const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
    Project::State reader;
    reader.file = project.file();
    reader.access = Project::Access::ReadOnly;
    TAGSCOPE_TRY(project_file::openInto(reader));
    return reader.reading([&](SQLite::Database &database) -> Result<ProjectSummary> {
        ProjectSummary summary;
        summary.splits = TAGSCOPE_TRY(SplitCounter(database, reader).count());
        for (const ScoreSource &source : sources)
            summary.sources.push_back({source, scoreCount(database, source)});
        return summary;
    });
}

} // namespace tagscope
