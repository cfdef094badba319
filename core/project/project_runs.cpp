#include "core/project/project_state.h"

#include <SQLiteCpp/VariadicBind.h>
#include <bit>
#include <cmath>
#include <string>

// Project's runs and operating points.
namespace tagscope {
namespace {

// A run's name is the name of its directory.
bool isRunName(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.find_first_of(std::string_view("/\\\0", 3)) == name.npos;
}

Result<void> checkPoint(const NamedOperatingPoint &point, std::size_t events) {
    if (point.name.empty())
        return fail(Error::Kind::Inconsistent, "An operating point has no name.");
    bool isUsable = point.point.videoWeight.size() == events && point.point.threshold.size() == events;
    for (const double weight : point.point.videoWeight)
        isUsable = isUsable && weight >= 0.0 && weight <= 1.0;
    for (const double threshold : point.point.threshold)
        isUsable = isUsable && !std::isnan(threshold);
    if (!isUsable || !std::isfinite(point.microF1))
        return fail(Error::Kind::Inconsistent, "The operating point \"" + point.name +
                                                   "\" does not hold a weight in [0, 1] and a threshold for each of "
                                                   "the " +
                                                   std::to_string(events) + " classes.");
    return {};
}

// Its weights and thresholds, one a class.
Result<OperatingPoint> valuesOf(std::int64_t point, SQLite::Statement &rows) {
    OperatingPoint values;
    rows.reset();
    rows.bind(1, point);
    while (rows.executeStep()) {
        if (rows.getColumn(0).getInt64() != static_cast<std::int64_t>(values.threshold.size()))
            return fail(Error::Kind::Malformed, "its events have gaps.");
        values.videoWeight.push_back(rows.getColumn(1).getDouble());
        values.threshold.push_back(rows.getColumn(2).getDouble());
    }
    return values;
}

std::int64_t putPoint(SQLite::Database &database, const NamedOperatingPoint &point) {
    SQLite::Statement remove(database, "DELETE FROM operating_point WHERE name = ?");
    remove.bind(1, point.name);
    remove.exec();
    SQLite::Statement insert(database, "INSERT INTO operating_point (name, method, tuned_on, audio_source, "
                                       "video_source, micro_f1, seed, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, point.name, point.method, point.tunedOn, point.audioSource, point.videoSource, point.microF1,
                 std::bit_cast<std::int64_t>(point.seed), point.created);
    insert.exec();
    return database.getLastInsertRowid();
}

} // namespace

Result<void> Project::storeRun(const TrainingRun &run) {
    if (!isRunName(run.name))
        return fail(Error::Kind::Inconsistent, "\"" + run.name +
                                                   "\" cannot name a run: a name must not be empty, start with a "
                                                   "point, or contain a slash.");
    if (!std::isfinite(run.bestMicroF1))
        return fail(Error::Kind::Inconsistent, "The run \"" + run.name + "\" has no finite F1.");
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        SQLite::Statement put(
            database, "INSERT INTO run (name, state, settings, epochs, best_epoch, best_micro_f1, started, ended) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state, "
                      "settings = excluded.settings, epochs = excluded.epochs, best_epoch = excluded.best_epoch, "
                      "best_micro_f1 = excluded.best_micro_f1, started = excluded.started, ended = excluded.ended");
        SQLite::bind(put, run.name, static_cast<int>(run.state), run.settings, run.epochs, run.bestEpoch,
                     run.bestMicroF1, run.started, run.ended);
        put.exec();
        return {};
    });
}

Result<std::vector<TrainingRun>> Project::runs() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<TrainingRun>> {
        SQLite::Statement rows(database, "SELECT name, state, settings, epochs, best_epoch, best_micro_f1, started, "
                                         "ended FROM run ORDER BY started DESC, id DESC");
        std::vector<TrainingRun> runs;
        while (rows.executeStep()) {
            const int state = rows.getColumn(1).getInt();
            TrainingRun run{rows.getColumn(0).getString(), static_cast<TrainingRun::State>(state),
                            rows.getColumn(2).getString(), rows.getColumn(3).getInt(),
                            rows.getColumn(4).getInt(),    rows.getColumn(5).getDouble(),
                            rows.getColumn(6).getString(), rows.getColumn(7).getString()};
            if (!isRunName(run.name) || state < 0 || state > static_cast<int>(TrainingRun::State::Failed))
                return state_->damaged("a run has an impossible name or state.");
            runs.push_back(std::move(run));
        }
        return runs;
    });
}

Result<void> Project::storeOperatingPoint(const NamedOperatingPoint &point) {
    if (Result<void> checked = checkPoint(point, state_->classes.size()); !checked)
        return checked;
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        const std::int64_t id = putPoint(database, point);
        SQLite::Statement insert(database, "INSERT INTO operating_value (point, event, video_weight, threshold) "
                                           "VALUES (?, ?, ?, ?)");
        for (std::size_t event = 0; event < point.point.threshold.size(); ++event) {
            insert.reset();
            SQLite::bind(insert, id, static_cast<std::int64_t>(event), point.point.videoWeight[event],
                         point.point.threshold[event]);
            insert.exec();
        }
        return {};
    });
}

Result<std::vector<NamedOperatingPoint>> Project::operatingPoints() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<NamedOperatingPoint>> {
        SQLite::Statement rows(database, "SELECT id, name, method, tuned_on, audio_source, video_source, micro_f1, "
                                         "seed, created FROM operating_point ORDER BY created DESC, id DESC");
        SQLite::Statement values(database, "SELECT event, video_weight, threshold FROM operating_value "
                                           "WHERE point = ? ORDER BY event");
        std::vector<NamedOperatingPoint> points;
        while (rows.executeStep()) {
            Result<OperatingPoint> point = valuesOf(rows.getColumn(0).getInt64(), values);
            if (!point)
                return state_->damaged("an operating point has gaps.");
            points.push_back({rows.getColumn(1).getString(), std::move(*point), rows.getColumn(2).getString(),
                              rows.getColumn(3).getString(), rows.getColumn(4).getString(),
                              rows.getColumn(5).getString(), rows.getColumn(6).getDouble(),
                              std::bit_cast<std::uint64_t>(rows.getColumn(7).getInt64()),
                              rows.getColumn(8).getString()});
            if (!checkPoint(points.back(), state_->classes.size()))
                return state_->damaged("an operating point has impossible values.");
        }
        return points;
    });
}

} // namespace tagscope
