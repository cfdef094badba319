// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tuning.h"

#include <algorithm>
#include <ranges>
#include <span>
#include <utility>

namespace tagscope {
namespace {

Result<bool> hasScoresOf(const Project &project, const ScoreSource &source, std::span<const ClipId> clips) {
    return project.scores(source, clips).map([](const ScoresOfClips &scores) {
        return std::ranges::any_of(scores.hasScore, [](std::uint8_t has) { return has != 0; });
    });
}

// The names of audio sources, the one to prefer first.
Result<std::vector<ScoreSource>> audioSources(const Project &project) {
    const Result<std::vector<ScoreSource>> all = project.scoreSources();
    if (!all)
        return tl::unexpected(all.error());
    const Result<std::vector<TrainingRun>> runs = project.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    std::vector<ScoreSource> ordered;
    for (const TrainingRun &run : *runs) {
        const ScoreSource source{Branch::Audio, run.name};
        if (std::ranges::find(*all, source) != all->end())
            ordered.push_back(source);
    }
    // Scores without a run come from elsewhere; the latest source is the last.
    for (const ScoreSource &source : *all | std::views::reverse) {
        if (source.branch == Branch::Audio && std::ranges::find(ordered, source) == ordered.end())
            ordered.push_back(source);
    }
    return ordered;
}

// The clips that have a score, by position.
std::vector<std::size_t> scoredClips(const SplitScores &scores) {
    std::vector<std::size_t> clips;
    for (std::size_t clip = 0; clip < scores.clips.size(); ++clip) {
        if (scores.hasAudio(clip) || scores.hasVideo(clip))
            clips.push_back(clip);
    }
    return clips;
}

Result<void> requireBothSomewhere(const SplitScores &scores) {
    if (!scores.audio || !scores.video)
        return {};
    for (std::size_t clip = 0; clip < scores.clips.size(); ++clip) {
        if (scores.hasAudio(clip) && scores.hasVideo(clip))
            return {};
    }
    return fail(Error::Kind::Inconsistent,
                "No clip of the split \"" + scores.split + "\" has both audio and video probabilities.");
}

// Of the clips that are scored.
TuningTables tablesOf(const SplitScores &scores, const std::vector<std::size_t> &clips) {
    const TuningTables all = tagscope::tablesOf(scores);
    const std::size_t events = scores.events.size();
    TuningTables tables{Matrix(clips.size(), events), Matrix(clips.size(), events), BinaryTable(clips.size(), events)};
    for (std::size_t row = 0; row < clips.size(); ++row) {
        std::ranges::copy(all.audio.row(clips[row]), tables.audio.row(row).begin());
        std::ranges::copy(all.video.row(clips[row]), tables.video.row(row).begin());
        for (std::size_t k = 0; k < events; ++k)
            tables.truth(row, k) = all.truth(clips[row], k);
    }
    return tables;
}

Result<Interval> intervalOf(const TuningTables &tables, const OperatingPoint &point, std::uint64_t seed,
                            const std::stop_token &stop) {
    BootstrapOptions options;
    options.seed = seed;
    return bootstrapF1(tables.truth, tagsAt(point, tables.audio, tables.video), options, stop)
        .map([](const F1Intervals &intervals) { return intervals.micro; });
}

} // namespace

std::string defaultName(const TuningRequest &request) {
    const char *branches = !request.sources.video ? "audio" : request.sources.audio ? "fusion" : "video";
    return std::string(branches) + "-" + std::string(nameOf(request.method));
}

Result<SystemSources> newestSources(const Project &project, std::string_view split) {
    const Result<std::vector<Clip>> clips = project.clips(split);
    if (!clips)
        return tl::unexpected(clips.error());
    std::vector<ClipId> ids;
    for (const Clip &clip : *clips)
        ids.push_back(clip.id);
    const Result<std::vector<ScoreSource>> audio = audioSources(project);
    if (!audio)
        return tl::unexpected(audio.error());
    SystemSources sources;
    for (const ScoreSource &source : *audio) {
        const Result<bool> has = hasScoresOf(project, source, ids);
        if (!has)
            return tl::unexpected(has.error());
        if (*has) {
            sources.audio = source;
            break;
        }
    }
    const ScoreSource video{Branch::Video, std::string(kVideoSourceName)};
    const Result<bool> hasVideo = hasScoresOf(project, video, ids);
    if (!hasVideo)
        return tl::unexpected(hasVideo.error());
    if (*hasVideo)
        sources.video = video;
    return sources;
}

Result<TunedPoint> tunePoint(const Project &project, const TuningRequest &request, const TuningObserver &observe,
                             std::stop_token stop) {
    return scoresOfSplit(project, request.split, Truth::Weak, request.sources).and_then([&](const SplitScores &scores) {
        return tunePoint(scores, request, observe, stop);
    });
}

Result<TunedPoint> tunePoint(const SplitScores &scores, const TuningRequest &request, const TuningObserver &observe,
                             std::stop_token stop) {
    if (Result<void> both = requireBothSomewhere(scores); !both)
        return tl::unexpected(both.error());
    const std::vector<std::size_t> clips = scoredClips(scores);
    const TuningTables tables = tablesOf(scores, clips);
    const SystemTuning how{request.method, request.videoWeight, request.seed, request.threads};
    Result<TunedSystem> tuned = tuneSystem(tables, how, observe, stop);
    if (!tuned)
        return tl::unexpected(tuned.error());
    const Result<Interval> interval = intervalOf(tables, tuned->point, request.seed, stop);
    if (!interval)
        return tl::unexpected(interval.error());
    TunedPoint result;
    if (request.isAppraised) {
        const Result<std::optional<TuningWorth>> worth = worthOf(tables, how, observe, stop);
        if (!worth)
            return tl::unexpected(worth.error());
        result.worth = *worth;
    }
    result.stage1MicroF1 = tuned->stage1MicroF1;
    result.counts = std::move(tuned->counts);
    result.interval = *interval;
    result.clips = clips.size();
    result.leftOut = scores.withoutScores();
    result.point.name = defaultName(request);
    result.point.point = std::move(tuned->point);
    result.point.method = nameOf(request.method);
    result.point.tunedOn = request.split;
    result.point.audioSource = request.sources.audio ? request.sources.audio->name : std::string();
    result.point.videoSource = request.sources.video ? request.sources.video->name : std::string();
    result.point.microF1 = tuned->microF1;
    result.point.seed = request.seed;
    result.point.created = utcNow();
    if (result.worth) {
        result.point.crossValidatedF1 = result.worth->microF1;
        result.point.interval = result.worth->interval;
    }
    return result;
}

Result<void> storeTunedPoint(Project &project, const NamedOperatingPoint &point) {
    return project.atomically([&]() -> Result<void> {
        const Result<std::vector<NamedOperatingPoint>> points = project.operatingPoints();
        if (!points)
            return tl::unexpected(points.error());
        const auto before = std::ranges::find(*points, point.name, &NamedOperatingPoint::name);
        if (before != points->end() && before->method == kByHand)
            return fail(Error::Kind::Inconsistent, "The operating point \"" + point.name +
                                                       "\" was set by hand and is left as it is. Choose another name "
                                                       "with --name.");
        return project.storeOperatingPoint(point);
    });
}

bool isHeldOut(std::string_view split) {
    return split == "test" || split == "evaluation";
}

} // namespace tagscope
