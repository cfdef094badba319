// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <cmath>
#include <set>
#include <string>

// Project's regions as annotators marked them.
namespace tagscope {
namespace {

Result<std::vector<MarkedRegion>> regionsIn(const Project::State &state, SQLite::Statement &rows) {
    std::vector<MarkedRegion> regions;
    while (rows.executeStep()) {
        const std::int64_t event = rows.getColumn(1).getInt64();
        if (!state.isEvent(event))
            return state.damaged({"project.damaged_marked_event", event});
        MarkedRegion region;
        region.clip = rows.getColumn(0).getInt64();
        region.event = static_cast<int>(event);
        region.annotator = rows.getColumn(2).getString();
        region.onset = Seconds(rows.getColumn(3).getDouble());
        region.offset = Seconds(rows.getColumn(4).getDouble());
        region.added = rows.getColumn(5).getInt64();
        if (!rows.getColumn(6).isNull())
            region.removed = rows.getColumn(6).getInt64();
        if (!rows.getColumn(7).isNull() && !rows.getColumn(8).isNull())
            region.frequencies = FrequencyRange{rows.getColumn(7).getDouble(), rows.getColumn(8).getDouble()};
        if (!rows.getColumn(9).isNull())
            region.confidence = rows.getColumn(9).getDouble();
        if (!rows.getColumn(10).isNull())
            region.channel = rows.getColumn(10).getInt();
        region.note = rows.getColumn(11).getString();
        region.source = rows.getColumn(12).getString();
        regions.push_back(std::move(region));
    }
    return regions;
}

SQLite::Statement regionQuery(SQLite::Database &database, std::optional<ClipId> clip, bool withRemoved) {
    std::string query = R"(SELECT clip, event, annotator, onset, "offset", added, removed, low, high, confidence, )"
                        R"(channel, note, source FROM marked_region)";
    if (!withRemoved)
        query += " WHERE removed IS NULL";
    if (clip)
        query += std::string(withRemoved ? " WHERE" : " AND") + " clip = ?1";
    SQLite::Statement rows(database, query + R"( ORDER BY clip, onset, event, "offset", low, id)");
    if (clip)
        rows.bind(1, *clip);
    return rows;
}

bool isBand(const std::optional<FrequencyRange> &range) {
    return !range ||
           (std::isfinite(range->low) && std::isfinite(range->high) && range->low >= 0.0 && range->high >= range->low);
}

Result<void> requireStorable(const MarkedRegion &region) {
    if (region.annotator.empty())
        return fail(Error::Kind::Inconsistent, "project.region_without_annotator");
    const bool hasTimes = std::isfinite(region.onset.count()) && std::isfinite(region.offset.count());
    if (!hasTimes || region.onset < Seconds(0) || region.offset <= region.onset)
        return fail(Error::Kind::Inconsistent, {"project.marked_region_times", region.clip});
    if (region.added < 0 || (region.removed && *region.removed < region.added))
        return fail(Error::Kind::Inconsistent, {"project.marked_region_dates", region.clip});
    if (!isBand(region.frequencies) || !std::isfinite(region.confidence.value_or(0.0)) ||
        region.channel.value_or(1) < 1)
        return fail(Error::Kind::Inconsistent, {"project.marked_region_details", region.clip});
    return {};
}

// What names a region, and `removed`; absent values stay NULL.
void bindRegion(SQLite::Statement &statement, const MarkedRegion &region, std::int64_t added,
                std::optional<std::int64_t> removed) {
    statement.reset();
    statement.clearBindings();
    SQLite::bind(statement, region.clip, region.event, region.annotator, region.onset.count(), region.offset.count(),
                 added);
    if (removed)
        statement.bind(7, *removed);
    if (region.frequencies) {
        statement.bind(8, region.frequencies->low);
        statement.bind(9, region.frequencies->high);
    }
    if (region.channel)
        statement.bind(10, *region.channel);
}

} // namespace

Result<std::vector<MarkedRegion>> Project::changeMarkedRegions(std::span<const MarkedRegion> additions,
                                                               std::span<const MarkedRegion> removals) {
    return state_->writing([&](SQLite::Database &database) -> Result<std::vector<MarkedRegion>> {
        const std::int64_t now = nowInMicroseconds();
        ClipCheck check(database);
        std::set<ClipId> clips;
        SQLite::Statement remove(database, "UPDATE marked_region SET removed = max(added, ?7) WHERE clip = ?1 AND "
                                           "event = ?2 AND annotator = ?3 AND onset = ?4 AND \"offset\" = ?5 AND "
                                           "added = ?6 AND removed IS NULL AND low IS ?8 AND high IS ?9 AND "
                                           "channel IS ?10");
        for (const MarkedRegion &region : removals) {
            bindRegion(remove, region, region.added, region.removed.value_or(now));
            remove.exec();
            clips.insert(region.clip);
        }
        SQLite::Statement add(database, R"(INSERT OR IGNORE INTO marked_region (clip, event, annotator, onset, )"
                                        R"("offset", added, removed, low, high, channel, confidence, note, source) )"
                                        R"(VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
        for (const MarkedRegion &region : additions) {
            TAGSCOPE_TRY(requireStorable(region));
            TAGSCOPE_TRY(state_->requireEvent(region.event));
            TAGSCOPE_TRY(check.require(region.clip));
            bindRegion(add, region, region.added == 0 ? now : region.added, region.removed);
            if (region.confidence)
                add.bind(11, *region.confidence);
            add.bind(12, region.note);
            add.bind(13, region.source);
            add.exec();
            clips.insert(region.clip);
        }
        std::vector<MarkedRegion> standing;
        for (const ClipId clip : clips) {
            SQLite::Statement rows = regionQuery(database, clip, false);
            std::vector<MarkedRegion> ofClip = TAGSCOPE_TRY(regionsIn(*state_, rows));
            standing.insert(standing.end(), ofClip.begin(), ofClip.end());
        }
        return standing;
    });
}

Result<std::vector<MarkedRegion>> Project::markedRegions(std::optional<ClipId> clip, bool withRemoved) const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<MarkedRegion>> {
        SQLite::Statement rows = regionQuery(database, clip, withRemoved);
        return regionsIn(*state_, rows);
    });
}

} // namespace tagscope
