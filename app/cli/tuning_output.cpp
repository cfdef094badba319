// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "tune_options.h"

#include <cstdio>

namespace tagscope::cli {

using json = nlohmann::ordered_json;

json weightsOf(const TuneOptions &options) {
    return options.tuningMethod() == TuningMethod::Calibrated ? json() : json(options.weights);
}

json heldOutToJson(const std::optional<HeldOutEstimate> &heldOut) {
    if (!heldOut)
        return {};
    json document{{"micro_f1", heldOut->microF1}, {"interval", intervalToJson(heldOut->interval)}, {"folds", kFolds}};
    if (heldOut->overPaper)
        document["over_paper"] = {{"difference", heldOut->overPaper->difference},
                                  {"interval", intervalToJson(heldOut->overPaper->interval)},
                                  {"not_above", heldOut->overPaper->notAbove}};
    return document;
}

void printHeldOut(const std::optional<HeldOutEstimate> &heldOut) {
    if (!heldOut)
        return;
    std::printf("  by %d-fold cross-validation, which says more about new clips: %.2f %% (95 %%: %.2f to %.2f)\n",
                kFolds, 100 * heldOut->microF1, 100 * heldOut->interval.low, 100 * heldOut->interval.high);
    if (heldOut->overPaper)
        std::printf("  over the paper's procedure, on the same folds: %+.2f points (95 %%: %+.2f to %+.2f)\n",
                    100 * heldOut->overPaper->difference, 100 * heldOut->overPaper->interval.low,
                    100 * heldOut->overPaper->interval.high);
}

} // namespace tagscope::cli
