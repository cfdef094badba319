// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/project/audited_truth.h"
#include "core/project/project_state.h"

#include <SQLiteCpp/VariadicBind.h>
#include <cmath>
#include <string>

// Project's labels, regions and known presence.
namespace tagscope {
namespace {

void bindOptional(SQLite::Statement &statement, int index, const std::optional<bool> &value) {
    if (value)
        statement.bind(index, *value ? 1 : 0);
    else
        statement.bind(index);
}

std::optional<bool> optionalIn(const SQLite::Column &column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt() != 0);
}

// What decides each truth of a (clip, event) pair: rows (event, value), the later ones over the earlier.
const char *truthQuery(Truth truth) {
    switch (truth) {
    case Truth::Weak:
    case Truth::Audited:
        return "SELECT event, 1 FROM label WHERE clip = ?1";
    case Truth::Audible:
        return "SELECT event, 1, 0 AS later FROM label WHERE clip = ?1 UNION ALL "
               "SELECT event, audible, 1 FROM presence WHERE clip = ?1 AND audible IS NOT NULL ORDER BY later";
    case Truth::Visible:
        return "SELECT event, visible FROM presence WHERE clip = ?1 AND visible IS NOT NULL";
    }
    return "";
}

} // namespace

Result<void> Project::addLabels(std::span<const std::pair<ClipId, int>> labels) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        SQLite::Statement insert(database, "INSERT OR IGNORE INTO label (clip, event) VALUES (?, ?)");
        ClipId checked = 0;
        for (const auto &[clip, event] : labels) {
            TAGSCOPE_TRY(state_->requireEvent(event));
            if (clip != checked)
                TAGSCOPE_TRY(check.require(clip));
            checked = clip;
            insert.reset();
            SQLite::bind(insert, clip, event);
            insert.exec();
        }
        return {};
    });
}

Result<void> Project::removeLabels(std::span<const std::pair<ClipId, int>> labels) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        SQLite::Statement remove(database, "DELETE FROM label WHERE clip = ? AND event = ?");
        for (const auto &[clip, event] : labels) {
            TAGSCOPE_TRY(state_->requireEvent(event));
            TAGSCOPE_TRY(check.require(clip));
            remove.reset();
            SQLite::bind(remove, clip, event);
            remove.exec();
        }
        return {};
    });
}

Result<void> Project::addRegions(std::span<const StrongRegion> regions) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        SQLite::Statement insert(database,
                                 R"(INSERT OR IGNORE INTO region (clip, event, onset, "offset") VALUES (?, ?, ?, ?))");
        for (const StrongRegion &region : regions) {
            TAGSCOPE_TRY(state_->requireEvent(region.event));
            TAGSCOPE_TRY(check.require(region.clip));
            const bool hasTimes = std::isfinite(region.onset.count()) && std::isfinite(region.offset.count());
            if (!hasTimes || region.onset < Seconds(0) || region.offset < region.onset)
                return fail(Error::Kind::Inconsistent, {"project.strong_region_times", region.clip});
            insert.reset();
            SQLite::bind(insert, region.clip, region.event, region.onset.count(), region.offset.count());
            insert.exec();
        }
        return {};
    });
}

Result<void> Project::setPresence(std::span<const KnownPresence> known) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        SQLite::Statement remove(database, "DELETE FROM presence WHERE clip = ? AND event = ?");
        SQLite::Statement insert(database, "INSERT INTO presence (clip, event, audible, visible) VALUES (?, ?, ?, ?)");
        for (const KnownPresence &pair : known) {
            TAGSCOPE_TRY(state_->requireEvent(pair.event));
            TAGSCOPE_TRY(check.require(pair.clip));
            remove.reset();
            SQLite::bind(remove, pair.clip, pair.event);
            remove.exec();
            if (!pair.isAudible && !pair.isVisible)
                continue;
            insert.reset();
            SQLite::bind(insert, pair.clip, pair.event);
            bindOptional(insert, 3, pair.isAudible);
            bindOptional(insert, 4, pair.isVisible);
            insert.exec();
        }
        return {};
    });
}

Result<BinaryTable> Project::labels(std::span<const ClipId> clips, Truth truth) const {
    return state_->reading([&](SQLite::Database &database) -> Result<BinaryTable> {
        ClipCheck check(database);
        SQLite::Statement rows(database, truthQuery(truth));
        BinaryTable table(clips.size(), state_->classes.size());
        for (std::size_t i = 0; i < clips.size(); ++i) {
            TAGSCOPE_TRY(check.require(clips[i]));
            rows.reset();
            rows.bind(1, clips[i]);
            while (rows.executeStep()) {
                const std::int64_t event = rows.getColumn(0).getInt64();
                if (!state_->isEvent(event))
                    return state_->damaged({"project.damaged_label_event", event});
                table(i, static_cast<std::size_t>(event)) = rows.getColumn(1).getInt() != 0 ? 1 : 0;
            }
        }
        if (truth != Truth::Audited)
            return table;
        std::vector<Verdict> history = TAGSCOPE_TRY(verdictHistory());
        return auditedLabels(std::move(table), clips, auditedSound(standingVerdicts(std::move(history))));
    });
}

Result<std::vector<StrongRegion>> Project::regions(ClipId clip) const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<StrongRegion>> {
        SQLite::Statement rows(database,
                               R"(SELECT event, onset, "offset" FROM region WHERE clip = ? ORDER BY onset, event)");
        rows.bind(1, clip);
        std::vector<StrongRegion> regions;
        while (rows.executeStep()) {
            const std::int64_t event = rows.getColumn(0).getInt64();
            if (!state_->isEvent(event))
                return state_->damaged({"project.damaged_region_event", event});
            regions.push_back({clip, static_cast<int>(event), Seconds(rows.getColumn(1).getDouble()),
                               Seconds(rows.getColumn(2).getDouble())});
        }
        return regions;
    });
}

Result<std::vector<KnownPresence>> Project::presence(std::span<const ClipId> clips) const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<KnownPresence>> {
        SQLite::Statement rows(database, "SELECT event, audible, visible FROM presence WHERE clip = ? ORDER BY event");
        std::vector<KnownPresence> known;
        for (const ClipId clip : clips) {
            rows.reset();
            rows.bind(1, clip);
            while (rows.executeStep()) {
                const std::int64_t event = rows.getColumn(0).getInt64();
                if (!state_->isEvent(event))
                    return state_->damaged({"project.damaged_presence_event", event});
                known.push_back(
                    {clip, static_cast<int>(event), optionalIn(rows.getColumn(1)), optionalIn(rows.getColumn(2))});
            }
        }
        return known;
    });
}

} // namespace tagscope
