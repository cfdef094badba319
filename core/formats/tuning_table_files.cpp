// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tuning_table_files.h"

#include "core/base/try.h"
#include "core/formats/score_table.h"
#include "core/fusion/absent_score.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

using Rows = std::unordered_map<std::string, std::size_t>;

Rows rowsOf(const std::vector<std::string> &clips) {
    Rows rows;
    for (std::size_t i = 0; i < clips.size(); ++i)
        rows.emplace(clips[i], i);
    return rows;
}

// The rows of these clips, which the table has, in their order.
template <class Table>
void keepRows(Table &table, std::vector<std::string> &names, const std::vector<std::string> &clips,
              std::size_t columns) {
    const Rows rows = rowsOf(names);
    Table kept(clips.size(), columns);
    for (std::size_t row = 0; row < clips.size(); ++row)
        for (std::size_t column = 0; column < columns; ++column)
            kept(row, column) = table(rows.at(clips[row]), column);
    table = std::move(kept);
    names = clips;
}

} // namespace

Result<NamedTuningTables> readTuningTables(const std::filesystem::path &truth, const std::filesystem::path &audio,
                                           const std::filesystem::path &video) {
    TruthTable read = TAGSCOPE_TRY(readTruthTable(truth));
    std::vector<ScoreTable> scores;
    for (const std::filesystem::path &file : {audio, video})
        if (!file.empty()) {
            ScoreTable table = TAGSCOPE_TRY(readScoreTable(file));
            scores.push_back(std::move(table));
        }
    std::vector<std::string> common = read.clips;
    NamedTuningTables named;
    for (const ScoreTable &table : scores) {
        const Rows rows = rowsOf(table.clips);
        std::erase_if(common, [&rows](const std::string &clip) { return !rows.contains(clip); });
    }
    const Rows labelled = rowsOf(read.clips);
    for (const ScoreTable &table : scores)
        named.withoutTruth =
            std::max(named.withoutTruth,
                     static_cast<std::size_t>(std::ranges::count_if(
                         table.clips, [&labelled](const std::string &clip) { return !labelled.contains(clip); })));
    named.withoutScores = read.clips.size() - common.size();
    if (common.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.no_common_clips", truth, audio});
    keepRows(read.truth, read.clips, common, read.events.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        keepRows(scores[i].scores, scores[i].clips, common, scores[i].events.size());
        scores[i] = TAGSCOPE_TRY(alignedTo(read, scores[i], i == 0 ? audio : video));
    }
    named.events = read.events;
    named.tables.audio = std::move(scores.front().scores);
    named.tables.video = scores.size() > 1 ? std::move(scores[1].scores)
                                           : Matrix(named.tables.audio.rows, named.tables.audio.columns, kAbsentScore);
    named.tables.truth = std::move(read.truth);
    return named;
}

} // namespace tagscope
