// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tuning_table_files.h"

#include "core/base/try.h"
#include "core/formats/score_table.h"
#include "core/fusion/absent_score.h"

#include <utility>

namespace tagscope {
namespace {

Result<Matrix> readAligned(const TruthTable &truth, const std::filesystem::path &file) {
    const ScoreTable table = TAGSCOPE_TRY(readScoreTable(file));
    return alignedTo(truth, table, file).map([](ScoreTable aligned) { return std::move(aligned.scores); });
}

} // namespace

Result<NamedTuningTables> readTuningTables(const std::filesystem::path &truth, const std::filesystem::path &audio,
                                           const std::filesystem::path &video) {
    TruthTable read = TAGSCOPE_TRY(readTruthTable(truth));
    NamedTuningTables named;
    named.events = read.events;
    named.tables.audio = TAGSCOPE_TRY(readAligned(read, audio));
    named.tables.video = Matrix(named.tables.audio.rows, named.tables.audio.columns, kAbsentScore);
    if (!video.empty())
        named.tables.video = TAGSCOPE_TRY(readAligned(read, video));
    named.tables.truth = std::move(read.truth);
    return named;
}

} // namespace tagscope
