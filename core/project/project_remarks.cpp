// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/limits.h"
#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <string>

// Project's remarks.
namespace tagscope {
namespace {

constexpr const char *kColumnsOfRemark = "clip, kind, annotator, word, note, stage, time, holds";

Result<void> requireStorableRemark(const Remark &remark) {
    if (remark.annotator.empty() || remark.annotator.size() > limits::kMaxNameBytes)
        return fail(Error::Kind::Inconsistent, "project.remark_without_annotator");
    if (remark.kind == RemarkKind::NewEvent && (remark.word.empty() || remark.word.size() > limits::kMaxNameBytes))
        return fail(Error::Kind::Inconsistent, {"project.remark_without_event", remark.annotator});
    if (remark.time < 0)
        return fail(Error::Kind::Inconsistent, {"project.remark_before_1970", remark.annotator});
    return {};
}

// One microsecond after the latest entry of its kind, or now.
std::int64_t timeOfRemark(SQLite::Database &database, const Remark &remark) {
    SQLite::Statement latest(database, "SELECT max(time) FROM remark WHERE clip = ? AND kind = ? AND word = ? AND "
                                       "annotator = ?");
    SQLite::bind(latest, remark.clip, static_cast<int>(remark.kind), remark.word, remark.annotator);
    latest.executeStep();
    const std::int64_t now = nowInMicroseconds();
    return latest.getColumn(0).isNull() ? now : std::max(now, latest.getColumn(0).getInt64() + 1);
}

} // namespace

Result<std::vector<Remark>> Project::addRemarks(std::span<const Remark> remarks) {
    return state_->writing([&](SQLite::Database &database) -> Result<std::vector<Remark>> {
        ClipCheck check(database);
        SQLite::Statement insert(database, std::string("INSERT OR IGNORE INTO remark (") + kColumnsOfRemark +
                                               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        std::vector<Remark> stored(remarks.begin(), remarks.end());
        for (Remark &remark : stored) {
            TAGSCOPE_TRY(requireStorableRemark(remark));
            TAGSCOPE_TRY(check.require(remark.clip));
            if (remark.time == 0)
                remark.time = timeOfRemark(database, remark);
            insert.reset();
            SQLite::bind(insert, remark.clip, static_cast<int>(remark.kind), remark.annotator, remark.word, remark.note,
                         static_cast<int>(remark.stage), remark.time, remark.holds ? 1 : 0);
            insert.exec();
        }
        return stored;
    });
}

Result<std::vector<Remark>> Project::remarkHistory() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<Remark>> {
        SQLite::Statement rows(database, std::string("SELECT ") + kColumnsOfRemark + " FROM remark ORDER BY id");
        std::vector<Remark> history;
        while (rows.executeStep()) {
            const int kind = rows.getColumn(1).getInt();
            const int stage = rows.getColumn(5).getInt();
            if (kind < 0 || kind >= static_cast<int>(kRemarkKinds) || stage < 0 ||
                stage > static_cast<int>(AuditStage::Adjudicated))
                return state_->damaged("project.row_value");
            history.push_back({rows.getColumn(0).getInt64(), static_cast<RemarkKind>(kind),
                               rows.getColumn(2).getString(), rows.getColumn(3).getString(),
                               rows.getColumn(4).getString(), static_cast<AuditStage>(stage),
                               rows.getColumn(6).getInt64(), rows.getColumn(7).getInt() != 0});
        }
        return history;
    });
}

} // namespace tagscope
