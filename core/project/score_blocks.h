// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/base/result.h"
#include "core/project/clip_table.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

// How scores lie in a project's file: those of one source for up to 32 clips with successive ids in one row, packed,
// with a sum. Thirty-two, because of 527 events that is 67 kB: a few pages read for one clip, and little to write anew
// for one that comes. The functions throw SQLite::Exception; one thread.
namespace tagscope {

inline constexpr ClipId kClipsOfBlock = 32;

struct ScoreBlock {
    std::int64_t number = 0;          // of the clips from number * kClipsOfBlock on
    std::uint32_t clips = 0;          // which of them have scores, the lowest bit for the first
    std::vector<float> probabilities; // of these clips, one row of events after the other

    [[nodiscard]] static std::int64_t numberOf(ClipId clip) { return clip / kClipsOfBlock; }
    [[nodiscard]] ClipId firstClip() const { return number * kClipsOfBlock; }
    [[nodiscard]] bool has(ClipId clip) const;
    [[nodiscard]] std::size_t count() const; // clips with scores
    // The row of a clip that has one.
    [[nodiscard]] std::span<const float> row(ClipId clip) const;
    // Replaces the clip's row, or puts one in.
    void put(ClipId clip, std::span<const float> row);

    // 16 hexadecimal digits of what is stored.
    [[nodiscard]] std::string sum() const;

private:
    [[nodiscard]] std::size_t placeOf(ClipId clip) const; // among the rows
};

enum class BlockFault { None, Size, Values, Sum };

// What is wrong with the columns `clips`, `sum` and `probabilities` of a row, which follow each other from `column` on;
// with None `block`, whose number is known, holds them.
[[nodiscard]] BlockFault readBlock(const SQLite::Statement &row, int column, std::size_t events, ScoreBlock &block);

// The blocks of one source.
class ScoreBlocks {
public:
    ScoreBlocks(SQLite::Database &database, std::int64_t source, std::size_t events);

    // Without clips where there is none. Errors: Malformed, naming the first clip.
    [[nodiscard]] Result<ScoreBlock> at(std::int64_t number);
    // Of any number of events, in the place of the one of its number.
    void put(const ScoreBlock &block);
    // All, in order, one at a time in memory; `take` may put the one it gets.
    [[nodiscard]] Result<void> forEach(const std::function<Result<void>(ScoreBlock &)> &take);
    [[nodiscard]] std::size_t countClips();

private:
    SQLite::Database &database_;
    std::int64_t source_;
    std::size_t events_;
    SQLite::Statement get_;
    SQLite::Statement put_;
};

// Puts the rows of the former table "score", one a clip, into blocks and takes it away. Throws SQLITE_CORRUPT, naming
// the clip, for a row that is not one probability for each event.
void packScoreRows(SQLite::Database &database);

} // namespace tagscope
