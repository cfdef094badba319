// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/score_blocks.h"

#include "core/base/file_hash.h"
#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <sqlite3.h>
#include <string_view>

namespace tagscope {
namespace {

static_assert(std::endian::native == std::endian::little, "probabilities are stored as little-endian float32");

constexpr std::size_t kDigitsOfSum = 16;
constexpr const char *kInsertBlock = "INSERT INTO score_block (source, block, clips, sum, probabilities) "
                                     "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET clips = excluded.clips, "
                                     "sum = excluded.sum, probabilities = excluded.probabilities";

bool areProbabilities(std::span<const float> values) {
    bool areAll = true; // without a way out, so that eight are looked at at once
    for (const float value : values)
        areAll = areAll && value >= 0.0F && value <= 1.0F; // false for NaN
    return areAll;
}

void bindBlock(SQLite::Statement &put, std::int64_t source, const ScoreBlock &block) {
    put.reset();
    SQLite::bind(put, source, block.number, static_cast<std::int64_t>(block.clips), block.sum());
    put.bind(5, block.probabilities.data(), static_cast<int>(block.probabilities.size() * sizeof(float)));
}

tl::unexpected<Error> damagedBlock(BlockFault fault, const ScoreBlock &block) {
    const ClipId clip = std::max(block.firstClip(), ClipId{1});
    const Message what = fault == BlockFault::Size     ? Message("project.damaged_scores_size", clip)
                         : fault == BlockFault::Values ? Message("project.damaged_scores_values", clip)
                                                       : Message("project.damaged_scores_sum", clip);
    return fail(Error::Kind::Malformed, what);
}

[[noreturn]] void failAtRow(ClipId clip) {
    throw SQLite::Exception("the scores of clip " + std::to_string(clip) + " are not one probability for each event",
                            SQLITE_CORRUPT);
}

// A row of the former table, in an open block.
void takeRow(const SQLite::Statement &row, std::size_t events, ScoreBlock &block) {
    const ClipId clip = row.getColumn(1).getInt64();
    const SQLite::Column blob = row.getColumn(2);
    if (clip <= 0 || static_cast<std::size_t>(blob.getBytes()) != events * sizeof(float))
        failAtRow(clip);
    std::vector<float> values(events);
    std::memcpy(values.data(), blob.getBlob(), events * sizeof(float));
    if (!areProbabilities(values))
        failAtRow(clip);
    block.put(clip, values);
}

} // namespace

bool ScoreBlock::has(ClipId clip) const {
    return (clips >> static_cast<unsigned>(clip % kClipsOfBlock) & 1U) != 0;
}

std::size_t ScoreBlock::count() const {
    return static_cast<std::size_t>(std::popcount(clips));
}

std::size_t ScoreBlock::placeOf(ClipId clip) const {
    const std::uint32_t before = (std::uint32_t{1} << static_cast<unsigned>(clip % kClipsOfBlock)) - 1U;
    return static_cast<std::size_t>(std::popcount(clips & before));
}

std::span<const float> ScoreBlock::row(ClipId clip) const {
    const std::size_t events = probabilities.size() / count();
    return std::span(probabilities).subspan(placeOf(clip) * events, events);
}

void ScoreBlock::put(ClipId clip, std::span<const float> row) {
    const auto at = probabilities.begin() + static_cast<std::ptrdiff_t>(placeOf(clip) * row.size());
    if (has(clip)) {
        std::ranges::copy(row, at);
        return;
    }
    probabilities.insert(at, row.begin(), row.end());
    clips |= std::uint32_t{1} << static_cast<unsigned>(clip % kClipsOfBlock);
}

std::string ScoreBlock::sum() const {
    const auto bytesOf = [](const auto *values, std::size_t count) {
        return std::string_view(reinterpret_cast<const char *>(values), count * sizeof(*values));
    };
    Sha256 sum;
    sum.add(bytesOf(&number, 1));
    sum.add(bytesOf(&clips, 1));
    sum.add(bytesOf(probabilities.data(), probabilities.size()));
    return sum.hexadecimal().substr(0, kDigitsOfSum);
}

BlockFault readBlock(const SQLite::Statement &row, int column, std::size_t events, ScoreBlock &block) {
    const std::int64_t clips = row.getColumn(column).getInt64();
    const SQLite::Column blob = row.getColumn(column + 2);
    const auto bytes = static_cast<std::size_t>(blob.getBytes());
    if (clips <= 0 || clips > std::numeric_limits<std::uint32_t>::max() || events == 0)
        return BlockFault::Size;
    block.clips = static_cast<std::uint32_t>(clips);
    if (bytes != block.count() * events * sizeof(float))
        return BlockFault::Size;
    block.probabilities.resize(block.count() * events);
    std::memcpy(block.probabilities.data(), blob.getBlob(), bytes);
    if (!areProbabilities(block.probabilities))
        return BlockFault::Values;
    return row.getColumn(column + 1).getString() == block.sum() ? BlockFault::None : BlockFault::Sum;
}

ScoreBlocks::ScoreBlocks(SQLite::Database &database, std::int64_t source, std::size_t events)
    : database_(database), source_(source), events_(events),
      get_(database, "SELECT clips, sum, probabilities FROM score_block WHERE source = ? AND block = ?"),
      put_(database, kInsertBlock) {}

Result<ScoreBlock> ScoreBlocks::at(std::int64_t number) {
    ScoreBlock block;
    block.number = number;
    get_.reset();
    SQLite::bind(get_, source_, number);
    if (!get_.executeStep())
        return block;
    if (const BlockFault fault = readBlock(get_, 0, events_, block); fault != BlockFault::None)
        return damagedBlock(fault, block);
    return block;
}

void ScoreBlocks::put(const ScoreBlock &block) {
    bindBlock(put_, source_, block);
    put_.exec();
}

Result<void> ScoreBlocks::forEach(const std::function<Result<void>(ScoreBlock &)> &take) {
    SQLite::Statement numbers(database_, "SELECT block FROM score_block WHERE source = ? AND block > ? "
                                         "ORDER BY block LIMIT 1");
    std::int64_t before = -1;
    while (true) {
        numbers.reset();
        SQLite::bind(numbers, source_, before);
        if (!numbers.executeStep())
            return {};
        before = numbers.getColumn(0).getInt64();
        numbers.reset(); // nothing is being read while `take` writes
        ScoreBlock block = TAGSCOPE_TRY(at(before));
        get_.reset();
        TAGSCOPE_TRY(take(block));
    }
}

std::size_t ScoreBlocks::countClips() {
    SQLite::Statement rows(database_, "SELECT clips FROM score_block WHERE source = ?");
    rows.bind(1, source_);
    std::size_t count = 0;
    while (rows.executeStep())
        count += static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(rows.getColumn(0).getInt64())));
    return count;
}

void packScoreRows(SQLite::Database &database) {
    const auto events = static_cast<std::size_t>(database.execAndGet("SELECT count(*) FROM event").getInt64());
    SQLite::Statement rows(database, "SELECT source, clip, probabilities FROM score ORDER BY source, clip");
    SQLite::Statement put(database, kInsertBlock);
    std::int64_t source = 0;
    ScoreBlock block;
    const auto store = [&] {
        if (block.clips == 0)
            return;
        bindBlock(put, source, block);
        put.exec();
    };
    while (rows.executeStep()) {
        const std::int64_t ofSource = rows.getColumn(0).getInt64();
        const std::int64_t number = ScoreBlock::numberOf(rows.getColumn(1).getInt64());
        if (block.clips == 0 || ofSource != source || number != block.number) {
            store();
            source = ofSource;
            block = {};
            block.number = number;
        }
        takeRow(rows, events, block);
    }
    store();
    rows.reset();
    put.reset();
    database.exec("DROP TABLE score");
}

} // namespace tagscope
