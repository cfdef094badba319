// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation_report.h"

#include "figures.h"

#include "core/evaluation/evaluation_json.h"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

json sourceOrNull(const std::optional<ScoreSource> &source) {
    return source ? json(source->name) : json();
}

json missingToJson(const Evaluation &evaluation) {
    return {
        {"audio", evaluation.withoutAudio}, {"video", evaluation.withoutVideo}, {"untagged", evaluation.withoutScores}};
}

json systemToJson(const MeasuredSystem &measured) {
    const System &system = measured.system;
    const json figures = figuresToJson(measured.evaluation, {});
    return {{"name", system.name},
            {"operating_point", system.point.name},
            {"method", system.point.method},
            {"tuned_on", system.point.tunedOn},
            {"audio", sourceOrNull(system.sources.audio)},
            {"video", sourceOrNull(system.sources.video)},
            {"micro", figures["micro"]},
            {"macro", figures["macro"]},
            {"missing", missingToJson(measured.evaluation)}};
}

std::string between(const Interval *interval) {
    if (interval == nullptr)
        return {};
    char text[64];
    std::snprintf(text, sizeof text, "%5.1f to %5.1f", 100 * interval->low, 100 * interval->high);
    return text;
}

void printRow(const std::string &name, const Counts &counts, const Interval *interval,
              const std::optional<double> &precision) {
    std::printf("%-36s %8.1f%% %8.1f%% %7.1f%%  %14s", name.c_str(), 100 * counts.precision(), 100 * counts.recall(),
                100 * counts.f1(), between(interval).c_str());
    if (precision)
        std::printf(" %7.1f%%", 100 * *precision);
    else
        std::printf(" %8s", "-");
    std::printf(" %6lld %6lld %6lld", static_cast<long long>(counts.truePositives),
                static_cast<long long>(counts.falsePositives), static_cast<long long>(counts.falseNegatives));
}

void printEvents(const SplitEvaluation &split) {
    const Evaluation &evaluation = split.shown().evaluation;
    const F1Intervals *intervals = evaluation.intervals ? &*evaluation.intervals : nullptr;
    std::printf("%-36s %9s %9s %8s  %14s %8s %6s %6s %6s\n", "event", "precision", "recall", "F1",
                intervals != nullptr ? "95 % interval" : "", "AP", "TP", "FP", "FN");
    for (std::size_t k = 0; k < split.events.size(); ++k) {
        printRow(split.events[k], evaluation.perEvent[k], intervals != nullptr ? &intervals->events[k] : nullptr,
                 evaluation.averagePrecision[k]);
        std::printf("%s\n", isFew(evaluation.perEvent[k]) ? "  few" : "");
    }
    printRow("micro average", evaluation.micro, intervals != nullptr ? &intervals->micro : nullptr, std::nullopt);
    std::printf("\n%-36s %9s %9s %7.1f%%  %14s", "macro average", "", "", 100 * evaluation.macroF1,
                between(intervals != nullptr ? &intervals->macro : nullptr).c_str());
    if (evaluation.meanAveragePrecision)
        std::printf(" %7.1f%%", 100 * *evaluation.meanAveragePrecision);
    std::printf("\n%-36s %9s %9s %7.1f%%\n", "macro average, the organisers' way", "", "",
                100 * evaluation.organisersMacroF1);
    if (evaluation.neverOccurring() > 0)
        std::printf("macro average without %zu events that neither the labels nor the tags have\n",
                    evaluation.neverOccurring());
}

std::string percentOf(const std::optional<double> &share) {
    if (!share)
        return "-";
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * *share);
    return text;
}

void printRanking(const RankingFigures &ranking) {
    std::printf(
        "area under ROC: %s as mean of the events, %s of all pairs; average precision of all pairs %s; d-prime ",
        percentOf(ranking.macroAuc).c_str(), percentOf(ranking.microAuc).c_str(),
        percentOf(ranking.microAveragePrecision).c_str());
    if (ranking.dPrime)
        std::printf("%.3f\n", *ranking.dPrime);
    else
        std::printf("-\n");
}

void printSingleLabel(const SingleLabelFigures &figures, const std::vector<std::string> &events) {
    std::printf("\neach clip has one label; accuracy by the highest score: %.1f %% (%lld of %lld, 95 %%: %s)\n",
                100 * figures.accuracy(), static_cast<long long>(figures.right), static_cast<long long>(figures.clips),
                between(&figures.interval).c_str());
    std::printf("%-28s", "labelled, and answered as:");
    for (std::size_t k = 0; k < events.size(); ++k)
        std::printf(" %5zu", k + 1);
    std::printf("  none\n");
    for (std::size_t labelled = 0; labelled < events.size(); ++labelled) {
        std::printf("%3zu %-24s", labelled + 1, events[labelled].c_str());
        for (std::size_t answered = 0; answered <= events.size(); ++answered)
            std::printf(" %5lld", static_cast<long long>(figures.count(labelled, answered)));
        std::printf("\n");
    }
}

void printNewClips(const std::string &system, const Evaluation &evaluation) {
    if (evaluation.intervals)
        return;
    std::printf("%s: %.1f %% is on the clips it was tuned on.", system.c_str(), 100 * evaluation.micro.f1());
    if (evaluation.newClips) {
        const std::optional<Interval> &interval = evaluation.newClips->interval;
        std::printf(" Estimate for new clips, by repeated cross-validation: %.1f %% %s",
                    100 * evaluation.newClips->microF1,
                    interval ? ("(95 %: " + between(&*interval) + ")").c_str() : "");
    }
    std::printf("\n");
}

void printSystems(const SplitEvaluation &split) {
    std::printf("%-16s %-20s %-12s %9s  %14s %9s\n", "system", "operating point", "tuned on", "micro F1",
                "95 % interval", "macro F1");
    for (const auto &[system, evaluation] : split.systems)
        std::printf("%-16s %-20s %-12s %8.1f%%  %14s %8.1f%%\n", system.name.c_str(), system.point.name.c_str(),
                    system.point.tunedOn.empty() ? "-" : system.point.tunedOn.c_str(), 100 * evaluation.micro.f1(),
                    evaluation.intervals ? between(&evaluation.intervals->micro).c_str() : "-",
                    100 * evaluation.macroF1);
    for (const auto &[system, evaluation] : split.systems)
        printNewClips(system.name, evaluation);
    if (split.difference)
        std::printf("%s minus %s: %+.1f points, 95 %% interval %+.1f to %+.1f (paired bootstrap)%s\n",
                    split.shown().system.name.c_str(), split.systems.front().system.name.c_str(),
                    100 * split.difference->difference, 100 * split.difference->interval.low,
                    100 * split.difference->interval.high, split.difference->isWithinChance() ? ", within chance" : "");
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
                      {"not_above", split.difference->notAbove},
                      {"within_chance", split.difference->isWithinChance()}};
    const json figures = figuresToJson(evaluation, split.events);
    return {{"split", evaluation.split},
            {"truth", nameOf(evaluation.truth)},
            {"clips", evaluation.clips},
            {"system", system.name},
            {"operating_point", system.point.name},
            {"micro", figures["micro"]},
            {"macro", figures["macro"]},
            {"ranking", figures["ranking"]},
            {"single_label", figures.value("single_label", json())},
            {"events", figures["events"]},
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
    printRanking(evaluation.ranking);
    if (evaluation.singleLabel)
        printSingleLabel(*evaluation.singleLabel, split.events);
    std::printf("\n");
    printSystems(split);
}

} // namespace tagscope::cli
