// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/try.h"
#include "core/project/score_blocks.h"

#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <numeric>
#include <string>

// Project's scores.
namespace tagscope {
namespace {

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

// What is damaged, with the file that it is in.
template <class T>
Result<T> ofThisFile(Result<T> result, const Project::State &state) {
    if (!result && result.error().kind == Error::Kind::Malformed)
        return state.damaged(result.error().message);
    return result;
}

bool isProbability(float value) {
    return value >= 0.0F && value <= 1.0F; // false for NaN
}

// Places of `count` clips by id, in their own order where ids are equal: blocks are gone through once each.
template <class IdAt>
std::vector<std::size_t> placesById(std::size_t count, const IdAt &idAt) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    const auto isBefore = [&](std::size_t a, std::size_t b) { return idAt(a) < idAt(b); };
    if (!std::ranges::is_sorted(places, isBefore))
        std::ranges::stable_sort(places, isBefore);
    return places;
}

} // namespace

Result<void> Project::storeScores(const ScoreSource &source, std::span<const ClipScore> scores) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        for (const ClipScore &score : scores) {
            TAGSCOPE_TRY(check.require(score.clip));
            if (score.probabilities.size() != state_->classes.size() ||
                !std::ranges::all_of(score.probabilities, isProbability))
                return fail(Error::Kind::Inconsistent, {"project.score_values", score.clip, state_->classes.size()});
        }
        ScoreBlocks blocks(database, sourceIdMadeIfNew(database, source), state_->classes.size());
        ScoreBlock block;
        for (const std::size_t i : placesById(scores.size(), [&](std::size_t at) { return scores[at].clip; })) {
            const std::int64_t number = ScoreBlock::numberOf(scores[i].clip);
            if (block.clips == 0 || number != block.number) {
                if (block.clips != 0)
                    blocks.put(block);
                block = TAGSCOPE_TRY(ofThisFile(blocks.at(number), *state_));
            }
            block.put(scores[i].clip, scores[i].probabilities);
        }
        if (block.clips != 0)
            blocks.put(block);
        return {};
    });
}

Result<ScoresOfClips> Project::scores(const ScoreSource &source, std::span<const ClipId> clips) const {
    return state_->reading([&](SQLite::Database &database) -> Result<ScoresOfClips> {
        const std::size_t events = state_->classes.size();
        ScoresOfClips found{Matrix(clips.size(), events), std::vector<std::uint8_t>(clips.size())};
        const std::optional<std::int64_t> id = sourceId(database, source);
        ClipCheck check(database);
        ScoreBlocks blocks(database, id.value_or(-1), events);
        ScoreBlock block;
        block.number = -1;
        for (const std::size_t i : placesById(clips.size(), [&](std::size_t at) { return clips[at]; })) {
            if (id && clips[i] > 0 && ScoreBlock::numberOf(clips[i]) != block.number)
                block = TAGSCOPE_TRY(ofThisFile(blocks.at(ScoreBlock::numberOf(clips[i])), *state_));
            if (!id || clips[i] <= 0 || !block.has(clips[i])) {
                TAGSCOPE_TRY(check.require(clips[i]));
                continue;
            }
            std::ranges::copy(block.row(clips[i]), found.scores.row(i).begin());
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
        for (const char *sql : {"DELETE FROM score_block WHERE source = ?", "DELETE FROM source WHERE id = ?"}) {
            SQLite::Statement remove(database, sql);
            remove.bind(1, *id);
            remove.exec();
        }
        return {};
    });
}

} // namespace tagscope
