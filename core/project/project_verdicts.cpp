// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <cmath>
#include <string>

// Project's verdicts.
namespace tagscope {
namespace {

constexpr const char *kColumns = "clip, event, stage, annotator, heard, seen, note, time, key, played, plays, informed";

Result<void> requireStorableVerdict(const Verdict &verdict) {
    if (verdict.annotator.empty())
        return fail(Error::Kind::Inconsistent, "project.verdict_without_annotator");
    if (verdict.time < 0)
        return fail(Error::Kind::Inconsistent, {"project.verdict_before_1970", verdict.annotator});
    if (verdict.plays < 0 || !std::isfinite(verdict.played.value_or(0.0)) || verdict.played.value_or(0.0) < 0.0)
        return fail(Error::Kind::Inconsistent, {"project.verdict_played", verdict.annotator});
    return {};
}

// One microsecond after the latest entry of the pair, stage and annotator, or now.
std::int64_t timeFor(SQLite::Database &database, const Verdict &verdict) {
    SQLite::Statement latest(database, "SELECT max(time) FROM verdict WHERE clip = ? AND event = ? AND stage = ? AND "
                                       "annotator = ?");
    SQLite::bind(latest, verdict.clip, verdict.event, static_cast<int>(verdict.stage), verdict.annotator);
    latest.executeStep();
    const std::int64_t now = nowInMicroseconds();
    return latest.getColumn(0).isNull() ? now : std::max(now, latest.getColumn(0).getInt64() + 1);
}

std::optional<AuditAnswer> answerIn(const SQLite::Column &column) {
    return column.isNull() ? std::nullopt : std::optional(static_cast<AuditAnswer>(column.getInt()));
}

void insert(SQLite::Statement &statement, const Verdict &verdict) {
    statement.reset();
    statement.clearBindings();
    SQLite::bind(statement, verdict.clip, verdict.event, static_cast<int>(verdict.stage), verdict.annotator);
    const Answers answers = verdict.value ? answersIn(*verdict.value) : Answers();
    if (answers.heard)
        statement.bind(5, static_cast<int>(*answers.heard));
    if (answers.seen)
        statement.bind(6, static_cast<int>(*answers.seen));
    statement.bind(7, verdict.note);
    statement.bind(8, verdict.time);
    statement.bind(9, verdict.key);
    if (verdict.played)
        statement.bind(10, *verdict.played);
    statement.bind(11, verdict.plays);
    statement.bind(12, verdict.isInformed ? 1 : 0);
    statement.exec();
}

} // namespace

Result<std::vector<Verdict>> Project::addVerdicts(std::span<const Verdict> verdicts) {
    return state_->writing([&](SQLite::Database &database) -> Result<std::vector<Verdict>> {
        ClipCheck check(database);
        SQLite::Statement statement(database, std::string("INSERT OR IGNORE INTO verdict (") + kColumns +
                                                  ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        std::vector<Verdict> stored(verdicts.begin(), verdicts.end());
        for (Verdict &verdict : stored) {
            TAGSCOPE_TRY(requireStorableVerdict(verdict));
            TAGSCOPE_TRY(state_->requireEvent(verdict.event));
            TAGSCOPE_TRY(check.require(verdict.clip));
            if (verdict.time == 0)
                verdict.time = timeFor(database, verdict);
            insert(statement, verdict);
        }
        return stored;
    });
}

Result<std::vector<Verdict>> Project::verdictHistory(std::optional<ClipId> clip) const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<Verdict>> {
        SQLite::Statement rows(database, std::string("SELECT ") + kColumns + " FROM verdict" +
                                             (clip ? " WHERE clip = ?" : "") + " ORDER BY id");
        if (clip)
            rows.bind(1, *clip);
        std::vector<Verdict> history;
        while (rows.executeStep()) {
            const std::int64_t event = rows.getColumn(1).getInt64();
            if (!state_->isEvent(event))
                return state_->damaged({"project.damaged_verdict_event", event});
            Verdict verdict;
            verdict.clip = rows.getColumn(0).getInt64();
            verdict.event = static_cast<int>(event);
            verdict.stage = static_cast<AuditStage>(rows.getColumn(2).getInt());
            verdict.annotator = rows.getColumn(3).getString();
            verdict.value = valueFor({answerIn(rows.getColumn(4)), answerIn(rows.getColumn(5))});
            verdict.note = rows.getColumn(6).getString();
            verdict.time = rows.getColumn(7).getInt64();
            verdict.key = rows.getColumn(8).getString();
            if (!rows.getColumn(9).isNull())
                verdict.played = rows.getColumn(9).getDouble();
            verdict.plays = rows.getColumn(10).getInt();
            verdict.isInformed = rows.getColumn(11).getInt() != 0;
            history.push_back(std::move(verdict));
        }
        return history;
    });
}

} // namespace tagscope
