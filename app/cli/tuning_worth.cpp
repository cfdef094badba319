// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "tune_options.h"

#include <cstdio>

namespace tagscope::cli {

using json = nlohmann::ordered_json;

json weightsOf(const TuneOptions &options) {
    return options.tuningMethod() == TuningMethod::Calibrated ? json() : json(options.weights);
}

json worthToJson(const std::optional<TuningWorth> &worth) {
    if (!worth)
        return {};
    json document{{"micro_f1", worth->microF1}, {"interval", intervalToJson(worth->interval)}, {"folds", kFolds}};
    if (worth->overPaper)
        document["over_paper"] = {{"difference", worth->overPaper->difference},
                                  {"interval", intervalToJson(worth->overPaper->interval)},
                                  {"not_above", worth->overPaper->notAbove}};
    return document;
}

void printWorth(const std::optional<TuningWorth> &worth) {
    if (!worth)
        return;
    std::printf("  by %d-fold cross-validation, which says more about new clips: %.2f %% (95 %%: %.2f to %.2f)\n",
                kFolds, 100 * worth->microF1, 100 * worth->interval.low, 100 * worth->interval.high);
    if (worth->overPaper)
        std::printf("  over the paper's procedure, on the same folds: %+.2f points (95 %%: %+.2f to %+.2f)\n",
                    100 * worth->overPaper->difference, 100 * worth->overPaper->interval.low,
                    100 * worth->overPaper->interval.high);
}

} // namespace tagscope::cli
