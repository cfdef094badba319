// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "progress_line.h"
#include "tune_options.h"

#include "core/base/try.h"
#include "core/formats/score_table.h"
#include "core/fusion/system_tuner.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <utility>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

// The tables to tune on, rows and columns in the truth's order.
struct Tables {
    std::vector<std::string> events;
    TuningTables scores; // without video scores, NaN for them
};

Result<Matrix> readAligned(const TruthTable &truth, const std::string &file) {
    const ScoreTable table = TAGSCOPE_TRY(readScoreTable(file));
    return alignedTo(truth, table, file).map([](ScoreTable aligned) { return std::move(aligned.scores); });
}

Result<Tables> readTables(const TuneOptions &options) {
    TruthTable truth = TAGSCOPE_TRY(readTruthTable(options.truth));
    Tables tables;
    tables.events = truth.events;
    tables.scores.audio = TAGSCOPE_TRY(readAligned(truth, options.scores));
    tables.scores.video =
        Matrix(tables.scores.audio.rows, tables.scores.audio.columns, std::numeric_limits<float>::quiet_NaN());
    if (!options.videoScores.empty())
        tables.scores.video = TAGSCOPE_TRY(readAligned(truth, options.videoScores));
    tables.scores.truth = std::move(truth.truth);
    return tables;
}

// What tuning gave, and what it is worth.
struct Outcome {
    TunedSystem tuned;
    Interval interval;
    std::optional<TuningWorth> worth;
};

Result<Outcome> tuneAndAppraise(const TuningTables &tables, const TuneOptions &options, const CommonOptions &common,
                                const std::stop_token &stop) {
    const SystemTuning how{
        options.tuningMethod(), {}, common.seed, static_cast<unsigned>(std::max(common.threadCount(), 1))};
    ProgressLine line("tune", 1, common.quiet);
    const TuningObserver observe = [&line](const TuningStep &step) { line.show(step.fraction, step.stage); };
    TunedSystem tuned = TAGSCOPE_TRY(tuneSystem(tables, how, observe, stop));
    BootstrapOptions bootstrap;
    bootstrap.seed = common.seed;
    const F1Intervals intervals =
        TAGSCOPE_TRY(bootstrapF1(tables.truth, tagsAt(tuned.point, tables.audio, tables.video), bootstrap, stop));
    Outcome outcome{std::move(tuned), intervals.micro, std::nullopt};
    if (options.isAppraised)
        outcome.worth = TAGSCOPE_TRY(worthOf(tables, how, observe, stop));
    return outcome;
}

json tableDocument(const Outcome &outcome, const TuneOptions &options, const std::vector<std::string> &events) {
    json document{{"method", options.method}, {"weights", weightsOf(options)}, {"micro_f1", outcome.tuned.microF1}};
    if (outcome.tuned.stage1MicroF1)
        document["stage1_micro_f1"] = *outcome.tuned.stage1MicroF1;
    document["interval"] = intervalToJson(outcome.interval);
    document["cross_validation"] = worthToJson(outcome.worth);
    document["events"] = pointToJson(events, outcome.tuned.point, outcome.tuned.counts);
    return document;
}

} // namespace

Result<int> tuneTables(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Result<Tables> tables = readTables(options);
    if (!tables) { // what is wrong with a table is for who wrote the command line; a disk is not
        const int status = failed(tables.error());
        return tables.error().kind == Error::Kind::Unreadable ? status : int{kWrongUsage};
    }
    const Outcome outcome = TAGSCOPE_TRY(tuneAndAppraise(tables->scores, options, common, stop));
    if (common.json) {
        printDocument(tableDocument(outcome, options, tables->events));
        return kDone;
    }
    std::printf("micro F1 %.2f %% (95 %%: %.2f to %.2f) over %zu clips, on the data it was tuned on",
                100 * outcome.tuned.microF1, 100 * outcome.interval.low, 100 * outcome.interval.high,
                tables->scores.truth.clips);
    if (outcome.tuned.stage1MicroF1)
        std::printf(" (class by class: %.2f %%)", 100 * *outcome.tuned.stage1MicroF1);
    std::printf("\n");
    printWorth(outcome.worth);
    std::printf("\n");
    printPoint(tables->events, outcome.tuned.point, outcome.tuned.counts);
    return kDone;
}

} // namespace tagscope::cli
