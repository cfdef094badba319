// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "tune_options.h"

#include <cstdio>
#include <utility>

namespace tagscope::cli {

using json = nlohmann::ordered_json;

std::string methodName(TuningMethod method) {
    return std::string(nameOf(method == TuningMethod::Joint ? TuningMethod::Exact : method));
}

json weightsOf(TuningMethod method) {
    if (method == TuningMethod::Calibrated)
        return {};
    return method == TuningMethod::Joint ? "joint" : "paper";
}

json heldOutToJson(const std::optional<HeldOutEstimate> &heldOut) {
    if (!heldOut)
        return {};
    json document{{"micro_f1", heldOut->microF1},
                  {"low", heldOut->interval.low},
                  {"high", heldOut->interval.high},
                  {"deals", heldOut->deals},
                  {"folds", heldOut->folds}};
    if (heldOut->overPaper)
        document["over_paper"] = differenceToJson(*heldOut->overPaper);
    return document;
}

json comparedToJson(const std::vector<ComparedWay> &compared) {
    json list = json::array();
    for (const ComparedWay &way : compared) {
        json entry{{"method", nameOf(way.how.method)},
                   {"micro_f1", way.system.tuned.microF1},
                   {"estimate", heldOutToJson(way.system.heldOut)}};
        if (way.behindBest)
            entry["behind_best"] = differenceToJson(*way.behindBest);
        list.push_back(std::move(entry));
    }
    return list;
}

void printHeldOut(const std::optional<HeldOutEstimate> &heldOut) {
    if (!heldOut)
        return;
    std::printf(
        "on new clips, estimated: micro F1 %.2f %% (95 %%: %.2f to %.2f), by nested cross-validation, %d deals of "
        "%d folds\n",
        100 * heldOut->microF1, 100 * heldOut->interval.low, 100 * heldOut->interval.high, heldOut->deals,
        heldOut->folds);
    if (heldOut->overPaper)
        std::printf("  over the paper's procedure, in the same deals: %+.2f points (95 %%: %+.2f to %+.2f)%s\n",
                    100 * heldOut->overPaper->difference, 100 * heldOut->overPaper->interval.low,
                    100 * heldOut->overPaper->interval.high,
                    heldOut->overPaper->isWithinChance() ? ", within chance" : "");
}

void printCompared(const std::vector<ComparedWay> &compared) {
    if (compared.empty())
        return;
    std::printf("%-12s %14s  %-18s %-28s\n", "method", "on new clips", "95 % interval", "behind the best, points");
    for (const ComparedWay &way : compared) {
        std::printf("%-12s ", std::string(nameOf(way.how.method)).c_str());
        if (const std::optional<HeldOutEstimate> &heldOut = way.system.heldOut)
            std::printf("%12.2f %%  %6.2f to %6.2f  ", 100 * heldOut->microF1, 100 * heldOut->interval.low,
                        100 * heldOut->interval.high);
        if (way.behindBest)
            std::printf("%.2f (%+.2f to %+.2f)%s", 100 * way.behindBest->difference, 100 * way.behindBest->interval.low,
                        100 * way.behindBest->interval.high, way.behindBest->isWithinChance() ? ", within chance" : "");
        std::printf("\n");
    }
    std::printf("\n");
}

} // namespace tagscope::cli
