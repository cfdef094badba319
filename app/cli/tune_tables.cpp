// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "progress_line.h"
#include "tune_options.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"
#include "core/formats/tuning_table_files.h"

#include <algorithm>
#include <cstdio>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct TableOutcome {
    TuningMethod method = TuningMethod::Paper;
    AppraisedSystem system;
    std::vector<ComparedWay> compared; // where all were tried
};

Result<TableOutcome> appraiseWithProgress(const TuningTables &tables, const TuneOptions &options,
                                          const CommonOptions &common, const std::stop_token &stop) {
    const SystemTuning how{
        options.tuningMethod(), {}, common.seed, static_cast<unsigned>(std::max(common.threadCount(), 1)), {}};
    ProgressLine line("tune", 1, common.quiet);
    const TuningObserver observe = [&line](const TuningStep &step) { line.show(step.fraction, step.stage); };
    TableOutcome outcome{how.method, {}, {}};
    if (options.triesAll()) {
        outcome.compared = TAGSCOPE_TRY(compareWays(tables, allWays(tables, how), observe, stop));
        outcome.method = outcome.compared.front().how.method;
        outcome.system = outcome.compared.front().system;
    } else {
        outcome.system = TAGSCOPE_TRY(tuneAndAppraise(tables, how, options.isAppraised, observe, stop));
    }
    return outcome;
}

json tableDocument(const TableOutcome &outcome, const std::vector<std::string> &events,
                   const std::vector<std::string> &warnings) {
    const TunedSystem &tuned = outcome.system.tuned;
    json document{{"method", methodName(outcome.method)},
                  {"weights", weightsOf(outcome.method)},
                  {"micro_f1", tuned.microF1},
                  {"estimate", heldOutToJson(outcome.system.heldOut)}};
    if (tuned.stage1MicroF1)
        document["stage1_micro_f1"] = *tuned.stage1MicroF1;
    document["events"] = pointToJson(events, tuned.point, tuned.counts);
    if (!outcome.compared.empty())
        document["compared"] = comparedToJson(outcome.compared);
    document["warnings"] = warnings;
    return document;
}

} // namespace

Result<int> tuneTables(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const NamedTuningTables tables = TAGSCOPE_TRY(readTuningTables(options.truth, options.scores, options.videoScores));
    if (tables.withoutScores > 0 || tables.withoutTruth > 0)
        spdlog::warn("{}", englishText({"exchange.common_clips", tables.tables.truth.clips, tables.withoutScores,
                                        tables.withoutTruth}));
    const TableOutcome outcome = TAGSCOPE_TRY(appraiseWithProgress(tables.tables, options, common, stop));
    const TunedSystem &tuned = outcome.system.tuned;
    std::vector<std::string> warnings;
    for (const Message &note : notesOn(tuned, tables.events, tables.tables.truth.clips)) {
        warnings.push_back(englishText(note));
        spdlog::warn("{}", warnings.back());
    }
    if (common.json) {
        printDocument(tableDocument(outcome, tables.events, warnings));
        return kDone;
    }
    printCompared(outcome.compared);
    std::printf("%s: micro F1 %.2f %% on the %zu clips it was tuned on", methodName(outcome.method).c_str(),
                100 * tuned.microF1, tables.tables.truth.clips);
    if (tuned.stage1MicroF1)
        std::printf(" (class by class: %.2f %%)", 100 * *tuned.stage1MicroF1);
    std::printf("\n");
    printHeldOut(outcome.system.heldOut);
    std::printf("\n");
    printPoint(tables.events, tuned.point, tuned.counts);
    return kDone;
}

} // namespace tagscope::cli
