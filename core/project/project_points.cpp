// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/project/point_json.h"
#include "core/project/point_rows.h"
#include "core/project/project_state.h"

#include <SQLiteCpp/VariadicBind.h>
#include <bit>
#include <nlohmann/json.hpp>
#include <string>

// Project's operating points.
namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

std::optional<double> numberIn(const SQLite::Column &column) {
    return column.isNull() ? std::nullopt : std::optional(column.getDouble());
}

// Its weights and thresholds, one a class.
Result<OperatingPoint> valuesOf(std::int64_t point, SQLite::Statement &rows) {
    OperatingPoint values;
    rows.reset();
    rows.bind(1, point);
    while (rows.executeStep()) {
        if (rows.getColumn(0).getInt64() != static_cast<std::int64_t>(values.threshold.size()))
            return fail(Error::Kind::Malformed, "project.damaged_event_gaps");
        values.videoWeight.push_back(rows.getColumn(1).getDouble());
        values.threshold.push_back(rows.getColumn(2).getDouble());
    }
    return values;
}

constexpr const char *kCalibrationColumns =
    "event, intercept, audio_mean, audio_deviation, audio_coefficient, video_mean, video_deviation, video_coefficient, "
    "no_object_mean, no_object_deviation, no_object_coefficient";

std::vector<EventCalibration> calibrationOf(std::int64_t point, SQLite::Statement &rows) {
    std::vector<EventCalibration> calibration;
    rows.reset();
    rows.bind(1, point);
    while (rows.executeStep()) {
        EventCalibration &event = calibration.emplace_back();
        event.intercept = rows.getColumn(1).getDouble();
        int column = 2;
        for (std::size_t i = 0; i < EventCalibration::kFeatures; ++i) {
            event.mean[i] = rows.getColumn(column++).getDouble();
            event.deviation[i] = rows.getColumn(column++).getDouble();
            event.coefficient[i] = rows.getColumn(column++).getDouble();
        }
    }
    return calibration;
}

std::int64_t putPoint(SQLite::Database &database, const NamedOperatingPoint &point) {
    SQLite::Statement remove(database, "DELETE FROM operating_point WHERE name = ?");
    remove.bind(1, point.name);
    remove.exec();
    SQLite::Statement insert(database, "INSERT INTO operating_point (name, method, tuned_on, audio_source, "
                                       "video_source, micro_f1, seed, created, cross_validated_f1, f1_low, f1_high) "
                                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, point.name, point.method, point.tunedOn, point.audioSource, point.videoSource, point.microF1,
                 std::bit_cast<std::int64_t>(point.seed), point.created);
    if (point.crossValidatedF1)
        insert.bind(9, *point.crossValidatedF1);
    if (point.interval) {
        insert.bind(10, point.interval->low);
        insert.bind(11, point.interval->high);
    }
    insert.exec();
    return database.getLastInsertRowid();
}

void putValues(SQLite::Database &database, std::int64_t id, const OperatingPoint &point) {
    SQLite::Statement value(database, "INSERT INTO operating_value (point, event, video_weight, threshold) "
                                      "VALUES (?, ?, ?, ?)");
    for (std::size_t event = 0; event < point.threshold.size(); ++event) {
        value.reset();
        SQLite::bind(value, id, static_cast<std::int64_t>(event), point.videoWeight[event], point.threshold[event]);
        value.exec();
    }
    SQLite::Statement calibration(database, std::string("INSERT INTO operating_calibration (point, ") +
                                                kCalibrationColumns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t event = 0; event < point.calibration.size(); ++event) {
        const EventCalibration &of = point.calibration[event];
        calibration.reset();
        SQLite::bind(calibration, id, static_cast<std::int64_t>(event), of.intercept);
        int column = 4;
        for (std::size_t i = 0; i < EventCalibration::kFeatures; ++i)
            for (const double number : {of.mean[i], of.deviation[i], of.coefficient[i]})
                calibration.bind(column++, number);
        calibration.exec();
    }
}

void putHistory(SQLite::Database &database, const NamedOperatingPoint &point, const std::vector<EventClass> &classes) {
    SQLite::Statement insert(database, "INSERT INTO operating_history (name, created, json) VALUES (?, ?, ?)");
    SQLite::bind(insert, point.name, point.created,
                 pointToJson(point, namesOf(classes)).dump(-1, ' ', false, json::error_handler_t::replace));
    insert.exec();
}

bool isInHistory(SQLite::Database &database, const NamedOperatingPoint &point) {
    SQLite::Statement row(database, "SELECT 1 FROM operating_history WHERE name = ? AND created = ?");
    SQLite::bind(row, point.name, point.created);
    return row.executeStep();
}

} // namespace

std::map<std::int64_t, OperatingPoint> pointValues(SQLite::Database &database) {
    SQLite::Statement rows(database,
                           "SELECT point, video_weight, threshold FROM operating_value ORDER BY point, event");
    std::map<std::int64_t, OperatingPoint> points;
    while (rows.executeStep()) {
        OperatingPoint &point = points[rows.getColumn(0).getInt64()];
        point.videoWeight.push_back(rows.getColumn(1).getDouble());
        point.threshold.push_back(rows.getColumn(2).getDouble());
    }
    SQLite::Statement calibrations(database, std::string("SELECT ") + kCalibrationColumns +
                                                 " FROM operating_calibration WHERE point = ? ORDER BY event");
    for (auto &[id, point] : points)
        point.calibration = calibrationOf(id, calibrations);
    return points;
}

void replacePointValues(SQLite::Database &database, std::int64_t id, const OperatingPoint &point) {
    for (const char *sql :
         {"DELETE FROM operating_value WHERE point = ?", "DELETE FROM operating_calibration WHERE point = ?"}) {
        SQLite::Statement remove(database, sql);
        remove.bind(1, id);
        remove.exec();
    }
    putValues(database, id, point);
}

Result<void> Project::storeOperatingPoint(const NamedOperatingPoint &point) {
    TAGSCOPE_TRY(checkPoint(point, state_->classes.size()));
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        const std::vector<NamedOperatingPoint> before = TAGSCOPE_TRY(operatingPoints());
        for (const NamedOperatingPoint &old : before) // what an older version stored is in no history yet
            if (old.name == point.name && !isInHistory(database, old))
                putHistory(database, old, state_->classes);
        putValues(database, putPoint(database, point), point.point);
        putHistory(database, point, state_->classes);
        return {};
    });
}

Result<void> Project::removeOperatingPoint(std::string_view name) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        SQLite::Statement remove(database, "DELETE FROM operating_point WHERE name = ?");
        remove.bind(1, std::string(name));
        if (remove.exec() == 0)
            return fail(Error::Kind::Inconsistent, {"project.no_point_to_remove", name});
        return {};
    });
}

Result<std::vector<NamedOperatingPoint>> Project::operatingPoints() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<NamedOperatingPoint>> {
        SQLite::Statement rows(database, "SELECT id, name, method, tuned_on, audio_source, video_source, micro_f1, "
                                         "seed, created, cross_validated_f1, f1_low, f1_high FROM operating_point "
                                         "ORDER BY created DESC, id DESC");
        SQLite::Statement values(database, "SELECT event, video_weight, threshold FROM operating_value "
                                           "WHERE point = ? ORDER BY event");
        SQLite::Statement calibrations(database, std::string("SELECT ") + kCalibrationColumns +
                                                     " FROM operating_calibration WHERE point = ? ORDER BY event");
        std::vector<NamedOperatingPoint> points;
        while (rows.executeStep()) {
            const std::int64_t id = rows.getColumn(0).getInt64();
            Result<OperatingPoint> point = valuesOf(id, values);
            if (!point)
                return state_->damaged("project.damaged_point_gaps");
            point->calibration = calibrationOf(id, calibrations);
            NamedOperatingPoint named{
                rows.getColumn(1).getString(), std::move(*point),
                rows.getColumn(2).getString(), rows.getColumn(3).getString(),
                rows.getColumn(4).getString(), rows.getColumn(5).getString(),
                rows.getColumn(6).getDouble(), std::bit_cast<std::uint64_t>(rows.getColumn(7).getInt64()),
                rows.getColumn(8).getString()};
            named.crossValidatedF1 = numberIn(rows.getColumn(9));
            if (const auto low = numberIn(rows.getColumn(10)), high = numberIn(rows.getColumn(11)); low && high)
                named.interval = Interval{*low, *high};
            if (!checkPoint(named, state_->classes.size()))
                return state_->damaged("project.damaged_point_values");
            points.push_back(std::move(named));
        }
        return points;
    });
}

Result<std::vector<NamedOperatingPoint>> Project::operatingPointHistory() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<NamedOperatingPoint>> {
        const std::vector<std::string> events = namesOf(state_->classes);
        SQLite::Statement rows(database, "SELECT json FROM operating_history ORDER BY id DESC");
        std::vector<NamedOperatingPoint> history;
        while (rows.executeStep()) {
            const json document = foreignJson<json>(rows.getColumn(0).getString());
            Result<NamedOperatingPoint> point = pointFromJson(document, events);
            if (!point)
                return state_->damaged("project.damaged_point_history");
            history.push_back(std::move(*point));
        }
        return history;
    });
}

} // namespace tagscope
