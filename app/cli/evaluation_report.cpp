// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation_report.h"

#include "figures.h"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

json microToJson(const Evaluation &evaluation) {
    json micro = countsToJson(evaluation.micro);
    micro["interval"] = intervalToJson(evaluation.intervals.micro);
    return micro;
}

json macroToJson(const Evaluation &evaluation) {
    return {{"f1", evaluation.macroF1},
            {"interval", intervalToJson(evaluation.intervals.macro)},
            {"organisers_f1", evaluation.organisersMacroF1},
            {"average_precision", orNull(evaluation.meanAveragePrecision)}};
}

json eventsToJson(const Evaluation &evaluation, const std::vector<std::string> &events) {
    json list = json::array();
    for (std::size_t k = 0; k < events.size(); ++k) {
        json event{{"name", events[k]}};
        event.update(countsToJson(evaluation.perEvent[k]));
        event["interval"] = intervalToJson(evaluation.intervals.events[k]);
        event["average_precision"] = orNull(evaluation.averagePrecision[k]);
        list.push_back(std::move(event));
    }
    return list;
}

json sourceOrNull(const std::optional<ScoreSource> &source) {
    return source ? json(source->name) : json();
}

json missingToJson(const Evaluation &evaluation) {
    return {
        {"audio", evaluation.withoutAudio}, {"video", evaluation.withoutVideo}, {"untagged", evaluation.withoutScores}};
}

json systemToJson(const MeasuredSystem &measured) {
    const System &system = measured.system;
    return {{"name", system.name},
            {"operating_point", system.point.name},
            {"method", system.point.method},
            {"tuned_on", system.point.tunedOn},
            {"audio", sourceOrNull(system.sources.audio)},
            {"video", sourceOrNull(system.sources.video)},
            {"micro", microToJson(measured.evaluation)},
            {"macro", macroToJson(measured.evaluation)},
            {"missing", missingToJson(measured.evaluation)}};
}

void printRow(const std::string &name, const Counts &counts, const Interval &interval,
              const std::optional<double> &precision) {
    std::printf("%-36s %8.1f%% %8.1f%% %7.1f%%  %5.1f to %5.1f", name.c_str(), 100 * counts.precision(),
                100 * counts.recall(), 100 * counts.f1(), 100 * interval.low, 100 * interval.high);
    if (precision)
        std::printf(" %7.1f%%", 100 * *precision);
    else
        std::printf(" %8s", "-");
    std::printf(" %6lld %6lld %6lld\n", static_cast<long long>(counts.truePositives),
                static_cast<long long>(counts.falsePositives), static_cast<long long>(counts.falseNegatives));
}

void printEvents(const SplitEvaluation &split) {
    const Evaluation &evaluation = split.shown().evaluation;
    std::printf("%-36s %9s %9s %8s  %14s %8s %6s %6s %6s\n", "event", "precision", "recall", "F1", "95 % interval",
                "AP", "TP", "FP", "FN");
    for (std::size_t k = 0; k < split.events.size(); ++k)
        printRow(split.events[k], evaluation.perEvent[k], evaluation.intervals.events[k],
                 evaluation.averagePrecision[k]);
    printRow("micro average", evaluation.micro, evaluation.intervals.micro, std::nullopt);
    std::printf("%-36s %9s %9s %7.1f%%  %5.1f to %5.1f", "macro average", "", "", 100 * evaluation.macroF1,
                100 * evaluation.intervals.macro.low, 100 * evaluation.intervals.macro.high);
    if (evaluation.meanAveragePrecision)
        std::printf(" %7.1f%%", 100 * *evaluation.meanAveragePrecision);
    std::printf("\n%-36s %9s %9s %7.1f%%\n", "macro average, the organisers' way", "", "",
                100 * evaluation.organisersMacroF1);
}

void printSystems(const SplitEvaluation &split) {
    std::printf("%-16s %-20s %-12s %9s  %14s %9s\n", "system", "operating point", "tuned on", "micro F1",
                "95 % interval", "macro F1");
    for (const auto &[system, evaluation] : split.systems)
        std::printf("%-16s %-20s %-12s %8.1f%%  %5.1f to %5.1f %8.1f%%\n", system.name.c_str(),
                    system.point.name.c_str(), system.point.tunedOn.empty() ? "-" : system.point.tunedOn.c_str(),
                    100 * evaluation.micro.f1(), 100 * evaluation.intervals.micro.low,
                    100 * evaluation.intervals.micro.high, 100 * evaluation.macroF1);
    if (split.difference)
        std::printf("%s minus %s: %+.1f points, 95 %% interval %+.1f to %+.1f (paired bootstrap)\n",
                    split.shown().system.name.c_str(), split.systems.front().system.name.c_str(),
                    100 * split.difference->difference, 100 * split.difference->interval.low,
                    100 * split.difference->interval.high);
}

} // namespace

json evaluationToJson(const SplitEvaluation &split) {
    const auto &[system, evaluation] = split.shown();
    json systems = json::array();
    for (const MeasuredSystem &measured : split.systems)
        systems.push_back(systemToJson(measured));
    json difference;
    if (split.difference)
        difference = {{"of", system.name},
                      {"less", split.systems.front().system.name},
                      {"micro_f1", split.difference->difference},
                      {"interval", intervalToJson(split.difference->interval)},
                      {"not_above", split.difference->notAbove}};
    return {{"split", evaluation.split},
            {"truth", nameOf(evaluation.truth)},
            {"clips", evaluation.clips},
            {"system", system.name},
            {"operating_point", system.point.name},
            {"micro", microToJson(evaluation)},
            {"macro", macroToJson(evaluation)},
            {"events", eventsToJson(evaluation, split.events)},
            {"missing", missingToJson(evaluation)},
            {"systems", std::move(systems)},
            {"difference", std::move(difference)},
            {"warnings", split.warnings}};
}

void printEvaluation(const SplitEvaluation &split) {
    const auto &[system, evaluation] = split.shown();
    std::printf("%s: %zu clips, %s labels; %s at \"%s\"\n", evaluation.split.c_str(), evaluation.clips,
                nameOf(evaluation.truth).c_str(), system.name.c_str(), system.point.name.c_str());
    if (evaluation.withoutAudio > 0 || evaluation.withoutVideo > 0)
        std::printf("without audio probabilities: %zu clips; without video probabilities: %zu; untagged because both "
                    "are missing: %zu\n",
                    evaluation.withoutAudio, evaluation.withoutVideo, evaluation.withoutScores.size());
    std::printf("\n");
    printEvents(split);
    std::printf("\n");
    printSystems(split);
}

} // namespace tagscope::cli
