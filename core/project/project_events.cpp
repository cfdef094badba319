// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/event_edit.h"
#include "core/project/event_settings.h"
#include "core/project/point_json.h"
#include "core/project/point_rows.h"
#include "core/project/project_file.h"
#include "core/project/project_state.h"
#include "core/project/score_blocks.h"

#include "core/base/foreign_json.h"

#include <SQLiteCpp/VariadicBind.h>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

// Changing the events of a project's file.
namespace tagscope {
namespace {

using Kind = EventEdit::Kind;
using OfPoint = EventValues::OfPoint;

constexpr std::array kTablesOfEvents{"label", "region", "presence", "verdict", "marked_region"};
constexpr int kOutOfTheWay = 1000000; // more than a project has events

void runFor(SQLite::Database &database, const std::string &sql, int number, int other = 0) {
    SQLite::Statement statement(database, sql);
    statement.bind(1, number);
    if (statement.getBindParameterCount() > 1)
        statement.bind(2, other);
    statement.exec();
}

// All events from this place on, and what refers to them, get the number `by` places on; over a detour, because no two
// events may have one number at any time.
void shiftEvents(SQLite::Database &database, int from, int by) {
    const auto both = [&](const std::string &table, const std::string &column) {
        runFor(database, "UPDATE " + table + " SET " + column + " = " + column + " + ?2 WHERE " + column + " >= ?1",
               from, kOutOfTheWay);
        runFor(database, "UPDATE " + table + " SET " + column + " = " + column + " + ?2 WHERE " + column + " >= ?1",
               kOutOfTheWay, by - kOutOfTheWay);
    };
    both("event", "id");
    for (const char *table : kTablesOfEvents)
        both(table, "event");
}

void putEvent(SQLite::Database &database, int place, const EventClass &event) {
    SQLite::Statement row(database, "INSERT INTO event (id, name, mid, words, video_weight, threshold) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET "
                                    "name = ?2, mid = ?3, words = ?4, video_weight = ?5, threshold = ?6");
    SQLite::bind(row, place, event.name, event.mid, project_file::jsonOfWords(event.words), event.videoWeight,
                 event.threshold);
    row.exec();
}

Result<void> requireUnused(SQLite::Database &database, int place, const std::string &name) {
    std::array<std::int64_t, kTablesOfEvents.size()> counts{};
    std::int64_t all = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        SQLite::Statement count(database,
                                std::string("SELECT count(*) FROM ") + kTablesOfEvents[i] + " WHERE event = ?");
        count.bind(1, place);
        count.executeStep();
        all += counts[i] = count.getColumn(0).getInt64();
    }
    if (all == 0)
        return {};
    return fail(Error::Kind::Inconsistent,
                {"project.event_in_use", name, counts[0], counts[1] + counts[2], counts[3], counts[4]});
}

// Of an event that a point knew nothing of: the event's own values, or a calibration that never tags it.
OfPoint usualValues(const EventClass &event, bool isCalibrated) {
    OfPoint values{event.videoWeight, event.threshold, {}};
    if (isCalibrated) {
        values.calibration.emplace();
        values.calibration->intercept = -std::numeric_limits<double>::infinity();
    }
    return values;
}

void insertValues(OperatingPoint &point, std::size_t place, const OfPoint &values) {
    const auto at = static_cast<std::ptrdiff_t>(place);
    point.videoWeight.insert(point.videoWeight.begin() + at, values.videoWeight);
    point.threshold.insert(point.threshold.begin() + at, values.threshold);
    if (point.isCalibrated())
        point.calibration.insert(point.calibration.begin() + at, values.calibration.value_or(EventCalibration()));
}

OfPoint takeValues(OperatingPoint &point, std::size_t place) {
    const auto at = static_cast<std::ptrdiff_t>(place);
    OfPoint values{point.videoWeight[place], point.threshold[place], {}};
    point.videoWeight.erase(point.videoWeight.begin() + at);
    point.threshold.erase(point.threshold.begin() + at);
    if (point.isCalibrated()) {
        values.calibration = point.calibration[place];
        point.calibration.erase(point.calibration.begin() + at);
    }
    return values;
}

// What a point holds for each event after the edit; what it held of one that goes is put into `taken`.
void editPoint(OperatingPoint &point, std::int64_t row, const EventEdit &edit,
               const std::map<std::int64_t, OfPoint> &known, std::map<std::int64_t, OfPoint> &taken) {
    if (edit.kind == Kind::Remove)
        taken[row] = takeValues(point, edit.place);
    else if (const auto found = known.find(row); found != known.end())
        insertValues(point, edit.place, found->second);
    else
        insertValues(point, edit.place, usualValues(edit.event, point.isCalibrated()));
}

class EventEditing {
public:
    EventEditing(SQLite::Database &database, const EventEdit &edit, const std::vector<EventClass> &before)
        : database_(database), edit_(edit), before_(before), place_(static_cast<int>(edit.place)) {
        inverse_.place = edit.place;
        inverse_.kind = edit.kind == Kind::Add ? Kind::Remove : edit.kind == Kind::Remove ? Kind::Add : Kind::Change;
        if (edit.kind != Kind::Add)
            inverse_.event = before[edit.place];
    }

    Result<EventEdit> run(const std::vector<EventClass> &after) {
        if (edit_.kind == Kind::Remove)
            TAGSCOPE_TRY(requireUnused(database_, place_, before_[edit_.place].name));
        editSettings();
        editHistory(after);
        if (edit_.kind == Kind::Change) {
            putEvent(database_, place_, edit_.event);
            return inverse_;
        }
        database_.exec("PRAGMA defer_foreign_keys = ON"); // until the numbers are right again
        std::map<std::int64_t, OperatingPoint> points = pointValues(database_);
        for (const auto &[id, point] : points)
            replacePointValues(database_, id, {});
        if (edit_.kind == Kind::Remove)
            runFor(database_, "DELETE FROM event WHERE id = ?", place_);
        shiftEvents(database_, edit_.kind == Kind::Add ? place_ : place_ + 1, edit_.kind == Kind::Add ? 1 : -1);
        if (edit_.kind == Kind::Add)
            putEvent(database_, place_, edit_.event);
        for (auto &[id, point] : points) {
            editPoint(point, id, edit_, edit_.values.points, inverse_.values.points);
            replacePointValues(database_, id, point);
        }
        TAGSCOPE_TRY(editScores());
        return inverse_;
    }

private:
    void editSettings() {
        for (const std::string_view key : kSettingsWithEvents) {
            SQLite::Statement row(database_, "SELECT json FROM setting WHERE key = ?");
            row.bind(1, std::string(key));
            if (!row.executeStep())
                continue;
            const std::string text = row.getColumn(0).getString();
            std::optional<std::string> after = settingAfter(edit_, before_, key, text);
            if (const auto known = edit_.values.settings.find(std::string(key)); known != edit_.values.settings.end())
                after = known->second;
            if (!after || *after == text)
                continue;
            if (edit_.kind == Kind::Remove)
                inverse_.values.settings.emplace(key, text);
            SQLite::Statement put(database_, "UPDATE setting SET json = ? WHERE key = ?");
            SQLite::bind(put, *after, std::string(key));
            put.exec();
        }
    }

    void editHistory(const std::vector<EventClass> &after) {
        std::map<std::int64_t, std::string> changed;
        SQLite::Statement rows(database_, "SELECT id, json FROM operating_history");
        while (rows.executeStep()) {
            const std::int64_t id = rows.getColumn(0).getInt64();
            Result<NamedOperatingPoint> point =
                pointFromJson(foreignJson<nlohmann::ordered_json>(rows.getColumn(1).getString()), namesOf(before_));
            if (!point)
                continue; // as it was before the edit: what cannot be read
            if (edit_.kind != Kind::Change)
                editPoint(point->point, id, edit_, edit_.values.history, inverse_.values.history);
            changed[id] = pointToJson(*point, namesOf(after))
                              .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
        }
        SQLite::Statement put(database_, "UPDATE operating_history SET json = ? WHERE id = ?");
        for (const auto &[id, text] : changed) {
            put.reset();
            SQLite::bind(put, text, id);
            put.exec();
        }
    }

    Result<void> editScores() {
        SQLite::Statement sources(database_, "SELECT id FROM source");
        while (sources.executeStep())
            TAGSCOPE_TRY(editScoresOf(sources.getColumn(0).getInt64()));
        return {};
    }

    Result<void> editScoresOf(std::int64_t source) {
        std::map<ClipId, float> known;
        if (const auto found = edit_.values.scores.find(source); found != edit_.values.scores.end())
            known.insert(found->second.begin(), found->second.end());
        ScoreBlocks blocks(database_, source, before_.size());
        return blocks.forEach([&](ScoreBlock &block) -> Result<void> {
            ScoreBlock changed;
            changed.number = block.number;
            for (ClipId clip = block.firstClip(); clip < block.firstClip() + kClipsOfBlock; ++clip) {
                if (!block.has(clip))
                    continue;
                std::vector<float> values(block.row(clip).begin(), block.row(clip).end());
                const auto at = values.begin() + place_;
                if (edit_.kind == Kind::Add) {
                    values.insert(at, known.contains(clip) ? known.at(clip) : 0.0F);
                } else {
                    inverse_.values.scores[source].emplace_back(clip, *at);
                    values.erase(at);
                }
                changed.put(clip, values);
            }
            blocks.put(changed);
            return {};
        });
    }

    SQLite::Database &database_;
    const EventEdit &edit_;
    const std::vector<EventClass> &before_;
    int place_;
    EventEdit inverse_;
};

std::vector<EventClass> editedClasses(std::vector<EventClass> classes, const EventEdit &edit) {
    const auto at = classes.begin() + static_cast<std::ptrdiff_t>(edit.place);
    switch (edit.kind) {
    case Kind::Add:
        classes.insert(at, edit.event);
        break;
    case Kind::Remove:
        classes.erase(at);
        break;
    case Kind::Change:
        *at = edit.event;
        break;
    }
    return classes;
}

} // namespace

Result<EventEdit> Project::editEvents(const EventEdit &edit) {
    const std::lock_guard guard(state_->mutex);
    const std::vector<EventClass> before = state_->classes;
    if (edit.place > before.size() || (edit.kind != Kind::Add && edit.place == before.size()))
        return fail(Error::Kind::Inconsistent, {"project.no_such_event", edit.place, before.size(), state_->file});
    std::vector<EventClass> after = editedClasses(before, edit);
    TAGSCOPE_TRY(project_file::checkClasses(after, state_->clipDuration));
    Result<EventEdit> inverse =
        state_->writing([&](SQLite::Database &database) { return EventEditing(database, edit, before).run(after); });
    if (inverse) {
        state_->classes = std::move(after);
        state_->showClasses();
    }
    return inverse;
}

} // namespace tagscope
