// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <string>

// Project's verdicts.
namespace tagscope {
namespace {

constexpr const char *kColumns = "clip, event, stage, annotator, value, note, time";

Result<void> requireStorableVerdict(const Verdict &verdict) {
    if (verdict.annotator.empty())
        return fail(Error::Kind::Inconsistent, "project.verdict_without_annotator");
    if (verdict.time < 0)
        return fail(Error::Kind::Inconsistent, {"project.verdict_before_1970", verdict.annotator});
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

void insert(SQLite::Statement &statement, const Verdict &verdict) {
    statement.reset();
    statement.clearBindings();
    SQLite::bind(statement, verdict.clip, verdict.event, static_cast<int>(verdict.stage), verdict.annotator);
    if (verdict.value)
        statement.bind(5, static_cast<int>(*verdict.value));
    else
        statement.bind(5);
    statement.bind(6, verdict.note);
    statement.bind(7, verdict.time);
    statement.exec();
}

} // namespace

Result<std::vector<Verdict>> Project::addVerdicts(std::span<const Verdict> verdicts) {
    return state_->writing([&](SQLite::Database &database) -> Result<std::vector<Verdict>> {
        ClipCheck check(database);
        SQLite::Statement statement(database, std::string("INSERT OR IGNORE INTO verdict (") + kColumns +
                                                  ") VALUES (?, ?, ?, ?, ?, ?, ?)");
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
            if (!rows.getColumn(4).isNull())
                verdict.value = static_cast<VerdictValue>(rows.getColumn(4).getInt());
            verdict.note = rows.getColumn(5).getString();
            verdict.time = rows.getColumn(6).getInt64();
            history.push_back(std::move(verdict));
        }
        return history;
    });
}

} // namespace tagscope
