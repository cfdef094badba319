// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_report.h"

#include "figures.h"

#include <cstdio>
#include <string>
#include <utility>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

json figuresToJson(const Evaluation &evaluation) {
    return {{"micro", countsToJson(evaluation.micro)},
            {"micro_f1_interval", evaluation.intervals ? intervalToJson(evaluation.intervals->micro) : json()},
            {"macro_f1", evaluation.macroF1},
            {"clips", evaluation.clips}};
}

void printAsJson(const DemoReport &report) {
    json document{{"project", report.project.string()},
                  {"media", report.media.string()},
                  {"clips", report.clips},
                  {"seed", report.seed},
                  {"analysed", report.analysed},
                  {"failed", report.failed}};
    if (report.figures) {
        json systems = json::array();
        for (const demo::DemoSystem &system : report.figures->systems)
            systems.push_back({{"name", system.name},
                               {"split", demo::kMeasuredOn},
                               {"weak", figuresToJson(system.weak)},
                               {"audible", figuresToJson(system.audible)}});
        document["systems"] = std::move(systems);
        if (const std::optional<F1Difference> &gain = report.figures->gain)
            document["gain"] = {{"micro_f1", gain->difference}, {"interval", intervalToJson(gain->interval)}};
    }
    printDocument(document);
}

std::string asText(const Evaluation &evaluation) {
    char text[64];
    if (evaluation.intervals)
        std::snprintf(text, sizeof text, "%5.1f (%4.1f to %4.1f)", 100 * evaluation.micro.f1(),
                      100 * evaluation.intervals->micro.low, 100 * evaluation.intervals->micro.high);
    else
        std::snprintf(text, sizeof text, "%5.1f", 100 * evaluation.micro.f1());
    return text;
}

void printFigures(const demo::DemoFigures &figures) {
    if (figures.systems.empty())
        return;
    std::printf("\nMicro F1 in %% on the %zu clips of %s, thresholds tuned on %s (95 %% bootstrap interval):\n\n",
                figures.systems.front().weak.clips, std::string(demo::kMeasuredOn).c_str(),
                std::string(demo::kTunedOn).c_str());
    std::printf("%-22s %-24s %s\n", "", "weak labels", "what is audible");
    for (const demo::DemoSystem &system : figures.systems)
        std::printf("%-22s %-24s %s\n", system.name.c_str(), asText(system.weak).c_str(),
                    asText(system.audible).c_str());
    if (figures.gain)
        std::printf("\nAudio + video is %+.1f points (%+.1f to %+.1f) from audio alone, on the same clips.\n",
                    100 * figures.gain->difference, 100 * figures.gain->interval.low,
                    100 * figures.gain->interval.high);
}

} // namespace

void print(const DemoReport &report, bool asJson) {
    if (asJson) {
        printAsJson(report);
        return;
    }
    std::printf("%zu clips, seed %llu; the project is %s, its media are in %s.\n", report.clips,
                static_cast<unsigned long long>(report.seed), report.project.c_str(), report.media.c_str());
    if (report.figures)
        printFigures(*report.figures);
    std::printf("\nTo look at it, run: tagscope %s\n", report.project.c_str());
}

} // namespace tagscope::cli
