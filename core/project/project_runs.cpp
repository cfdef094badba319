// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include <SQLiteCpp/VariadicBind.h>
#include <cmath>
#include <string>

// Project's runs.
namespace tagscope {
namespace {

// A run's name is the name of its directory.
bool isRunName(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.find_first_of(std::string_view("/\\\0", 3)) == name.npos;
}

} // namespace

Result<void> Project::storeRun(const TrainingRun &run) {
    if (!isRunName(run.name))
        return fail(Error::Kind::Inconsistent, {"project.run_name", run.name});
    if (!std::isfinite(run.bestMicroF1))
        return fail(Error::Kind::Inconsistent, {"project.run_without_f1", run.name});
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
                return state_->damaged("project.damaged_run");
            runs.push_back(std::move(run));
        }
        return runs;
    });
}

} // namespace tagscope
