// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "progress_line.h"
#include "tune_options.h"

#include "core/base/try.h"
#include "core/formats/tuning_table_files.h"
#include "core/fusion/system_tuner.h"

#include <algorithm>
#include <cstdio>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

Result<AppraisedSystem> appraiseWithProgress(const TuningTables &tables, const TuneOptions &options,
                                             const CommonOptions &common, const std::stop_token &stop) {
    const SystemTuning how{
        options.tuningMethod(), {}, common.seed, static_cast<unsigned>(std::max(common.threadCount(), 1))};
    ProgressLine line("tune", 1, common.quiet);
    return tuneAndAppraise(
        tables, how, options.isAppraised, [&line](const TuningStep &step) { line.show(step.fraction, step.stage); },
        stop);
}

json tableDocument(const AppraisedSystem &outcome, const TuneOptions &options, const std::vector<std::string> &events) {
    json document{{"method", options.method}, {"weights", weightsOf(options)}, {"micro_f1", outcome.tuned.microF1}};
    if (outcome.tuned.stage1MicroF1)
        document["stage1_micro_f1"] = *outcome.tuned.stage1MicroF1;
    document["interval"] = intervalToJson(outcome.interval);
    document["cross_validation"] = heldOutToJson(outcome.heldOut);
    document["events"] = pointToJson(events, outcome.tuned.point, outcome.tuned.counts);
    return document;
}

} // namespace

Result<int> tuneTables(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Result<NamedTuningTables> tables = readTuningTables(options.truth, options.scores, options.videoScores);
    if (!tables) { // what is wrong with a table is for who wrote the command line; a disk is not
        const int status = failed(tables.error());
        return tables.error().kind == Error::Kind::Unreadable ? status : int{kWrongUsage};
    }
    const AppraisedSystem outcome = TAGSCOPE_TRY(appraiseWithProgress(tables->tables, options, common, stop));
    if (common.json) {
        printDocument(tableDocument(outcome, options, tables->events));
        return kDone;
    }
    std::printf("micro F1 %.2f %% (95 %%: %.2f to %.2f) over %zu clips, on the data it was tuned on",
                100 * outcome.tuned.microF1, 100 * outcome.interval.low, 100 * outcome.interval.high,
                tables->tables.truth.clips);
    if (outcome.tuned.stage1MicroF1)
        std::printf(" (class by class: %.2f %%)", 100 * *outcome.tuned.stage1MicroF1);
    std::printf("\n");
    printHeldOut(outcome.heldOut);
    std::printf("\n");
    printPoint(tables->events, outcome.tuned.point, outcome.tuned.counts);
    return kDone;
}

} // namespace tagscope::cli
