// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_figures.h"

#include "core/base/try.h"
#include "core/evaluation/project_points.h"
#include "core/evaluation/tuning.h"

#include <algorithm>
#include <utility>

namespace tagscope::demo {
namespace {

constexpr const char *kAudio = "audio";
constexpr const char *kBoth = "audio + video";

std::string systemName(const TuningRequest &request) {
    if (!request.sources.video)
        return kAudio;
    if (!request.sources.audio)
        return "video";
    return request.method == TuningMethod::Joint ? std::string(kBoth) + ", joint" : kBoth;
}

Result<bool> hasScores(const Project &project, const ScoreSource &source) {
    return project.scoreSources().map([&source](const std::vector<ScoreSource> &sources) {
        return std::ranges::find(sources, source) != sources.end();
    });
}

// By the sources that the project has scores of.
Result<PointMaking> makingFor(const Project &project, std::uint64_t seed) {
    PointMaking making;
    making.split = kTunedOn;
    making.seed = seed;
    const ScoreSource video{Branch::Video, std::string(kVideoSourceName)};
    const bool hasAudio = TAGSCOPE_TRY(hasScores(project, demoAudioScores()));
    const bool hasVideo = TAGSCOPE_TRY(hasScores(project, video));
    if (hasAudio)
        making.sources.audio = demoAudioScores();
    if (hasVideo)
        making.sources.video = video;
    return making;
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

Result<Measured> measure(const Project &project, const TuningRequest &request, const OperatingPoint &point,
                         const std::stop_token &stop) {
    Measured measured;
    measured.system.name = systemName(request);
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

} // namespace

const ScoreSource &demoAudioScores() {
    static const ScoreSource source{Branch::Audio, "demo"};
    return source;
}

Result<void> tuneDemo(Project &project, std::uint64_t seed, const std::stop_token &stop) {
    const PointMaking making = TAGSCOPE_TRY(makingFor(project, seed));
    return makePoints(project, making, stop).map([](const std::vector<std::string> &) {});
}

Result<DemoFigures> evaluateDemo(const Project &project, std::uint64_t seed, const std::stop_token &stop) {
    const PointMaking making = TAGSCOPE_TRY(makingFor(project, seed));
    DemoFigures figures;
    std::vector<Measured> measured;
    for (const TuningRequest &request : requestsOf(making)) {
        const std::optional<OperatingPoint> point = TAGSCOPE_TRY(pointNamed(project, defaultName(request)));
        if (!point)
            continue;
        Measured one = TAGSCOPE_TRY(measure(project, request, *point, stop));
        figures.systems.push_back(one.system);
        measured.push_back(std::move(one));
    }
    const auto named = [&measured](const char *name) {
        return std::ranges::find_if(measured, [name](const Measured &one) { return one.system.name == name; });
    };
    const auto audio = named(kAudio);
    const auto both = named(kBoth);
    if (audio == measured.end() || both == measured.end())
        return figures;
    return bootstrapDifference(audio->truth, both->tags, audio->tags, {.seed = seed}, stop)
        .map([&figures](const F1Difference &gain) {
            figures.gain = gain;
            return figures;
        });
}

} // namespace tagscope::demo
