// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_report.h"

#include "figures.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kTunedOn = "validation";
constexpr std::string_view kMeasuredOn = "test";

struct Way {
    const char *name; // of the system
    bool hasAudio;
    bool hasVideo;
    TuningMethod method;
};

// In the order of the table. The paper's weights need fewer clips than jointly tuned ones, of which the demo has few;
// the latter are for looking at.
constexpr std::array<Way, 4> kWays{{{"audio", true, false, TuningMethod::Paper},
                                    {"video", false, true, TuningMethod::Paper},
                                    {"audio + video", true, true, TuningMethod::Paper},
                                    {"audio + video, joint", true, true, TuningMethod::Joint}}};

Result<bool> hasScores(const Project &project, const ScoreSource &source) {
    return project.scoreSources().map([&source](const std::vector<ScoreSource> &sources) {
        return std::ranges::find(sources, source) != sources.end();
    });
}

TuningRequest requestFor(const Way &way, std::uint64_t seed) {
    TuningRequest request;
    request.split = kTunedOn;
    request.method = way.method;
    request.seed = seed;
    if (way.hasAudio)
        request.sources.audio = demoAudioScores();
    if (way.hasVideo)
        request.sources.video = ScoreSource{Branch::Video, std::string(kVideoSourceName)};
    return request;
}

// The ways that there are scores for.
Result<std::vector<Way>> possibleWays(const Project &project) {
    const bool audio = TAGSCOPE_TRY(hasScores(project, demoAudioScores()));
    const bool video = TAGSCOPE_TRY(hasScores(project, {Branch::Video, std::string(kVideoSourceName)}));
    std::vector<Way> ways;
    for (const Way &way : kWays) {
        if ((!way.hasAudio || audio) && (!way.hasVideo || video))
            ways.push_back(way);
    }
    return ways;
}

Result<std::optional<OperatingPoint>> pointNamed(const Project &project, const std::string &name) {
    const std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    const auto found = std::ranges::find(points, name, &NamedOperatingPoint::name);
    return found == points.end() ? std::nullopt : std::optional(found->point);
}

struct Measured {
    DemoSystem system;
    BinaryTable truth; // weak
    BinaryTable tags;
};

Result<Measured> measure(const Project &project, const Way &way, const TuningRequest &request,
                         const OperatingPoint &point, const std::stop_token &stop) {
    Measured measured;
    measured.system.name = way.name;
    for (const Truth truth : {Truth::Weak, Truth::Audible}) {
        const SplitScores scores = TAGSCOPE_TRY(scoresOfSplit(project, kMeasuredOn, truth, request.sources));
        Evaluation evaluation = TAGSCOPE_TRY(evaluate(scores, point, {.seed = request.seed}, stop));
        if (truth == Truth::Weak) {
            measured.truth = scores.truth;
            measured.tags = tagsAt(scores, point);
        }
        (truth == Truth::Weak ? measured.system.weak : measured.system.audible) = std::move(evaluation);
    }
    return measured;
}

json figuresToJson(const Evaluation &evaluation) {
    return {{"micro", countsToJson(evaluation.micro)},
            {"micro_f1_interval", intervalToJson(evaluation.intervals.micro)},
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
        for (const DemoSystem &system : report.figures->systems)
            systems.push_back({{"name", system.name},
                               {"split", kMeasuredOn},
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
    std::snprintf(text, sizeof text, "%5.1f (%4.1f to %4.1f)", 100 * evaluation.micro.f1(),
                  100 * evaluation.intervals.micro.low, 100 * evaluation.intervals.micro.high);
    return text;
}

void printFigures(const DemoFigures &figures) {
    if (figures.systems.empty())
        return;
    std::printf("\nMicro F1 in %% on the %zu clips of %s, thresholds tuned on %s (95 %% bootstrap interval):\n\n",
                figures.systems.front().weak.clips, std::string(kMeasuredOn).c_str(), std::string(kTunedOn).c_str());
    std::printf("%-22s %-24s %s\n", "", "weak labels", "what is audible");
    for (const DemoSystem &system : figures.systems)
        std::printf("%-22s %-24s %s\n", system.name.c_str(), asText(system.weak).c_str(),
                    asText(system.audible).c_str());
    if (figures.gain)
        std::printf("\nAudio + video is %+.1f points (%+.1f to %+.1f) from audio alone, on the same clips.\n",
                    100 * figures.gain->difference, 100 * figures.gain->interval.low,
                    100 * figures.gain->interval.high);
}

} // namespace

const ScoreSource &demoAudioScores() {
    static const ScoreSource source{Branch::Audio, "demo"};
    return source;
}

Result<void> tuneDemo(Project &project, std::uint64_t seed, const std::stop_token &stop) {
    const std::vector<Way> ways = TAGSCOPE_TRY(possibleWays(project));
    for (const Way &way : ways) {
        const TunedPoint tuned = TAGSCOPE_TRY(tunePoint(project, requestFor(way, seed), {}, stop));
        Result<void> stored = storeTunedPoint(project, tuned.point);
        if (!stored && stored.error().kind != Error::Kind::Inconsistent) // set by hand: stays
            return stored;
    }
    return {};
}

Result<DemoFigures> evaluateDemo(const Project &project, std::uint64_t seed, const std::stop_token &stop) {
    const std::vector<Way> ways = TAGSCOPE_TRY(possibleWays(project));
    DemoFigures figures;
    std::vector<Measured> measured;
    for (const Way &way : ways) {
        const TuningRequest request = requestFor(way, seed);
        const std::optional<OperatingPoint> point = TAGSCOPE_TRY(pointNamed(project, defaultName(request)));
        if (!point)
            continue;
        Measured one = TAGSCOPE_TRY(measure(project, way, request, *point, stop));
        figures.systems.push_back(one.system);
        measured.push_back(std::move(one));
    }
    const auto named = [&measured](const char *name) {
        return std::ranges::find_if(measured, [name](const Measured &one) { return one.system.name == name; });
    };
    const auto audio = named(kWays[0].name);
    const auto both = named(kWays[2].name);
    if (audio == measured.end() || both == measured.end())
        return figures;
    return bootstrapDifference(audio->truth, both->tags, audio->tags, {.seed = seed}, stop)
        .map([&figures](const F1Difference &gain) {
            figures.gain = gain;
            return figures;
        });
}

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
