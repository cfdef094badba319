// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

// Project's scores.
namespace tagscope {
namespace {

static_assert(std::endian::native == std::endian::little, "probabilities are stored as little-endian float32");

std::optional<std::int64_t> sourceId(const SQLite::Database &database, const ScoreSource &source) {
    SQLite::Statement row(database, "SELECT id FROM source WHERE branch = ? AND name = ?");
    SQLite::bind(row, static_cast<int>(source.branch), source.name);
    if (!row.executeStep())
        return std::nullopt;
    return row.getColumn(0).getInt64();
}

std::int64_t sourceIdMadeIfNew(SQLite::Database &database, const ScoreSource &source) {
    if (const std::optional<std::int64_t> id = sourceId(database, source))
        return *id;
    SQLite::Statement insert(database, "INSERT INTO source (branch, name) VALUES (?, ?)");
    SQLite::bind(insert, static_cast<int>(source.branch), source.name);
    insert.exec();
    return database.getLastInsertRowid();
}

bool isProbability(float value) {
    return value >= 0.0F && value <= 1.0F; // false for NaN
}

} // namespace

Result<void> Project::storeScores(const ScoreSource &source, std::span<const ClipScore> scores) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        const std::int64_t id = sourceIdMadeIfNew(database, source);
        SQLite::Statement put(database, "INSERT INTO score (source, clip, probabilities) VALUES (?, ?, ?) "
                                        "ON CONFLICT DO UPDATE SET probabilities = excluded.probabilities");
        for (const ClipScore &score : scores) {
            TAGSCOPE_TRY(check.require(score.clip));
            if (score.probabilities.size() != state_->classes.size() ||
                !std::ranges::all_of(score.probabilities, isProbability))
                return fail(Error::Kind::Inconsistent, {"project.score_values", score.clip, state_->classes.size()});
            put.reset();
            SQLite::bind(put, id, score.clip);
            put.bind(3, score.probabilities.data(), static_cast<int>(score.probabilities.size() * sizeof(float)));
            put.exec();
        }
        return {};
    });
}

Result<ScoresOfClips> Project::scores(const ScoreSource &source, std::span<const ClipId> clips) const {
    return state_->reading([&](SQLite::Database &database) -> Result<ScoresOfClips> {
        const std::size_t events = state_->classes.size();
        ScoresOfClips found{Matrix(clips.size(), events), std::vector<std::uint8_t>(clips.size())};
        const std::optional<std::int64_t> id = sourceId(database, source);
        ClipCheck check(database);
        SQLite::Statement row(database, "SELECT probabilities FROM score WHERE source = ? AND clip = ?");
        for (std::size_t i = 0; i < clips.size(); ++i) {
            TAGSCOPE_TRY(check.require(clips[i]));
            if (!id)
                continue;
            row.reset();
            SQLite::bind(row, *id, clips[i]);
            if (!row.executeStep())
                continue;
            const SQLite::Column blob = row.getColumn(0);
            if (static_cast<std::size_t>(blob.getBytes()) != events * sizeof(float))
                return state_->damaged({"project.damaged_scores_size", clips[i]});
            const std::span<float> values = found.scores.row(i);
            std::memcpy(values.data(), blob.getBlob(), values.size_bytes());
            if (!std::ranges::all_of(values, isProbability))
                return state_->damaged({"project.damaged_scores_values", clips[i]});
            found.hasScore[i] = 1;
        }
        return found;
    });
}

Result<std::vector<ScoreSource>> Project::scoreSources() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<ScoreSource>> {
        SQLite::Statement rows(database, "SELECT branch, name FROM source ORDER BY id");
        std::vector<ScoreSource> sources;
        while (rows.executeStep())
            sources.push_back(
                {rows.getColumn(0).getInt() == 0 ? Branch::Audio : Branch::Video, rows.getColumn(1).getString()});
        return sources;
    });
}

Result<void> Project::removeScores(const ScoreSource &source) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        const std::optional<std::int64_t> id = sourceId(database, source);
        if (!id)
            return {};
        for (const char *sql : {"DELETE FROM score WHERE source = ?", "DELETE FROM source WHERE id = ?"}) {
            SQLite::Statement remove(database, sql);
            remove.bind(1, *id);
            remove.exec();
        }
        return {};
    });
}

} // namespace tagscope
