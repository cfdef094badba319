// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/systems.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tagscope {
namespace {

constexpr std::string_view kAudio = "audio";
constexpr std::string_view kVideo = "video";
constexpr std::string_view kBoth = "audio + video";

Result<System> systemOf(const Project &project, std::string_view split, NamedOperatingPoint point) {
    System system;
    if (!point.audioSource.empty())
        system.sources.audio = ScoreSource{Branch::Audio, point.audioSource};
    if (!point.videoSource.empty())
        system.sources.video = ScoreSource{Branch::Video, point.videoSource};
    if (!system.sources.audio && !system.sources.video)
        system.sources = TAGSCOPE_TRY(newestSources(project, split));
    system.name = !system.sources.video ? kAudio : system.sources.audio ? kBoth : kVideo;
    system.point = std::move(point);
    return system;
}

// The system of the kind that is best to show: fair before tuned on the split itself, then of this audio source, then
// the newest. `all`: the newest first.
const System *choose(const std::vector<System> &all, std::string_view kind, std::string_view split,
                     const std::optional<ScoreSource> &audio) {
    const auto rank = [&](const System &system) {
        const bool isFair = system.point.tunedOn != split;
        const bool isOfAudio = !audio || system.sources.audio == audio;
        return (isFair ? 2 : 0) + (isOfAudio ? 1 : 0);
    };
    const System *best = nullptr;
    for (const System &system : all) {
        if (system.name == kind && (best == nullptr || rank(system) > rank(*best)))
            best = &system;
    }
    return best;
}

tl::unexpected<Error> noPoint(const Project &project, std::string_view name) {
    const std::filesystem::path file = project.file().filename();
    if (name.empty())
        return fail(Error::Kind::Inconsistent, {"evaluation.no_points", file});
    return fail(Error::Kind::Inconsistent, {"evaluation.no_such_point", file, name});
}

} // namespace

Result<Evaluation> evaluateSystem(const SplitScores &scores, const System &system, const BootstrapOptions &options,
                                  const std::stop_token &stop) {
    Evaluation evaluation = TAGSCOPE_TRY(evaluate(scores, system.point.point, options, stop));
    if (!system.isTunedOn(scores.split))
        return evaluation;
    evaluation.intervals.reset();
    if (system.point.crossValidatedF1 && scores.kind == Truth::Weak)
        evaluation.newClips = NewClipsEstimate{*system.point.crossValidatedF1, system.point.interval};
    return evaluation;
}

Result<std::vector<System>> systemsFor(const Project &project, std::string_view split, std::string_view pointName) {
    std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    std::vector<System> all; // newest first
    std::optional<System> named;
    for (NamedOperatingPoint &point : points) {
        const bool isNamed = !pointName.empty() && point.name == pointName;
        System system = TAGSCOPE_TRY(systemOf(project, split, std::move(point)));
        if (isNamed)
            named = std::move(system);
        else
            all.push_back(std::move(system));
    }
    if (!pointName.empty() ? !named : all.empty())
        return noPoint(project, pointName);

    std::optional<ScoreSource> audio;
    if (named)
        audio = named->sources.audio;
    else if (const System *both = choose(all, kBoth, split, std::nullopt))
        audio = both->sources.audio;
    std::vector<System> chosen;
    for (const std::string_view kind : {kAudio, kVideo, kBoth}) {
        const System *system = choose(all, kind, split, kind == kVideo ? std::nullopt : audio);
        if (system != nullptr && !(named && named->name == kind))
            chosen.push_back(*system);
    }
    if (named)
        chosen.push_back(std::move(*named));
    return chosen;
}

Result<std::vector<System>> systemsAsPaper(const Project &project, std::string_view split) {
    std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    std::vector<System> chosen;
    for (const std::string_view kind : {kAudio, kBoth}) {
        for (const NamedOperatingPoint &point : points) { // the newest first
            if (point.method != nameOf(TuningMethod::Paper))
                continue;
            System system = TAGSCOPE_TRY(systemOf(project, split, point));
            if (system.name != kind)
                continue;
            chosen.push_back(std::move(system));
            break;
        }
    }
    if (chosen.empty())
        return fail(Error::Kind::Inconsistent, {"evaluation.no_point_as_paper", project.file().filename()});
    return chosen;
}

Result<System> systemNamed(const Project &project, std::string_view split, std::string_view pointName) {
    std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    const auto found = std::ranges::find(points, pointName, &NamedOperatingPoint::name);
    if (found == points.end())
        return noPoint(project, pointName);
    return systemOf(project, split, std::move(*found));
}

} // namespace tagscope
