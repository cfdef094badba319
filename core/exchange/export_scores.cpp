// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_scores.h"

#include "core/base/try.h"
#include "core/exchange/exact_scores.h"
#include "core/formats/jams.h"
#include "core/formats/npy_file.h"
#include "core/formats/score_series.h"
#include "core/formats/score_values.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tagscope {
namespace {

std::string nameLines(const std::vector<std::string> &names) {
    std::string text;
    for (const std::string &name : names)
        text += name + "\n";
    return text;
}

std::string arrayOf(const Matrix &matrix) {
    const std::array<std::size_t, 2> shape{matrix.rows, matrix.columns};
    std::string bytes = npyHeader(NpyType::Float32, shape);
    appendNpyValues(bytes, NpyType::Float32, matrix.values);
    return bytes;
}

// Scores are in double precision where they came so.
std::string arrayOf(const ScoreTable &table) {
    if (table.exact.empty())
        return arrayOf(table.scores);
    const std::array<std::size_t, 2> shape{table.scores.rows, table.scores.columns};
    std::string bytes = npyHeader(NpyType::Float64, shape);
    appendNpyDoubles(bytes, table.exact);
    return bytes;
}

std::string activationJams(const std::string &clip, const ScoreSeries &series, const std::string &programVersion) {
    JamsTags jams{clip, Seconds(series.bounds.back()), "Tagscope " + programVersion, "program", {}, {}};
    for (std::size_t k = 0; k < series.events.size(); ++k)
        for (std::size_t step = 0; step < series.scores.rows; ++step) {
            TimedLabel window{Seconds(series.bounds[step]), Seconds(series.bounds[step + 1]), series.events[k], {}, {}};
            window.confidence = double{series.scores(step, k)};
            jams.segments.push_back(std::move(window));
        }
    return jamsText(jams);
}

// A clip's row; what was scored anew since is not what was kept.
void appendExact(std::vector<double> &values, const ExactScores &exact, std::optional<std::size_t> row,
                 const std::vector<std::optional<std::size_t>> &columns, std::span<const float> scores) {
    for (std::size_t k = 0; k < scores.size(); ++k) {
        const double kept =
            row && columns[k] ? exact.values[*row * exact.events.size() + *columns[k]] : double{scores[k]};
        values.push_back(keptProbability(kept) == scores[k] ? kept : double{scores[k]});
    }
}

} // namespace

Result<ScoreTable> scoresOfSource(const Project &project, const ScoreSource &source, std::span<const Clip> clips) {
    const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
    if (std::ranges::find(sources, source) == sources.end())
        return fail(Error::Kind::Inconsistent, {"exchange.no_such_source", source.name});
    const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(source, idsOf(clips)));
    ScoreTable table{namesOf(project.classes()), {}, Matrix(0, project.classes().size())};
    const ExactScores exact = TAGSCOPE_TRY(exactScores(project, source));
    std::vector<std::optional<std::size_t>> columns;
    for (const std::string &event : table.events)
        columns.push_back(exact.columnOf(event));
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (scores.hasScore[i] == 0)
            continue;
        table.clips.push_back(clips[i].name);
        const std::span<const float> row = scores.scores.row(i);
        table.scores.values.insert(table.scores.values.end(), row.begin(), row.end());
        if (!exact.clips.empty())
            appendExact(table.exact, exact, exact.rowOf(clips[i].id), columns, row);
    }
    table.scores.rows = table.clips.size();
    return table;
}

std::vector<ExportedFile> scoreArrayFiles(const ScoreTable &table) {
    return {
        {".npy", arrayOf(table)}, {".clips.txt", nameLines(table.clips)}, {".classes.txt", nameLines(table.events)}};
}

std::string scoreJams(const ScoreTable &table, std::size_t row, Seconds duration, const std::string &programVersion) {
    JamsTags jams{table.clips[row], duration, "Tagscope " + programVersion, "program", {}, {}};
    for (std::size_t k = 0; k < table.events.size(); ++k) {
        const double score =
            table.exact.empty() ? double{table.scores(row, k)} : table.exact[row * table.events.size() + k];
        jams.tags.push_back({table.events[k], score, {}, {}});
    }
    return jamsText(jams);
}

Result<ExportedFile> activationFile(std::string_view format, const std::string &clip,
                                    const std::vector<std::string> &events, ClipActivations activations,
                                    const std::string &programVersion) {
    if (format == "npy")
        return ExportedFile{".npy", arrayOf(activations.values)};
    std::vector<double> bounds = windowBounds(activations.values.rows, activations.hop, activations.first);
    const ScoreSeries series{events, std::move(bounds), std::move(activations.values)};
    if (format == "jams")
        return ExportedFile{".jams", activationJams(clip, series, programVersion)};
    return scoreSeriesText(series).map([](std::string &&text) { return ExportedFile{".tsv", std::move(text)}; });
}

} // namespace tagscope
