#include "core/project/tuning.h"

#include "core/fusion/cross_validation.h"
#include "core/fusion/exact_thresholds.h"
#include "core/fusion/joint_tuner.h"
#include "core/fusion/paper_weights.h"
#include "core/fusion/threshold_tuner.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <ranges>
#include <span>
#include <utility>

namespace tagscope {
namespace {

constexpr int kFolds = 5;

// Scores of both branches as tuners take them: a branch that a clip lacks has the other's scores, so that any weight
// gives the branch that is there.
TuningTables tablesOf(const SplitScores &scores, const std::vector<std::size_t> &clips) {
    const std::size_t events = scores.events.size();
    TuningTables tables{Matrix(clips.size(), events), Matrix(clips.size(), events), BinaryTable(clips.size(), events)};
    for (std::size_t row = 0; row < clips.size(); ++row) {
        const std::size_t clip = clips[row];
        const Matrix &audio = scores.hasAudio(clip) ? scores.audio->scores : scores.video->scores;
        const Matrix &video = scores.hasVideo(clip) ? scores.video->scores : scores.audio->scores;
        std::ranges::copy(audio.row(clip), tables.audio.row(row).begin());
        std::ranges::copy(video.row(clip), tables.video.row(row).begin());
        for (std::size_t k = 0; k < events; ++k)
            tables.truth(row, k) = scores.truth(clip, k);
    }
    return tables;
}

Matrix fused(const Matrix &audio, const Matrix &video, const std::vector<double> &videoWeight) {
    Matrix scores = audio;
    for (std::size_t clip = 0; clip < scores.rows; ++clip) {
        for (std::size_t k = 0; k < scores.columns; ++k)
            scores(clip, k) = static_cast<float>(*fuse(audio(clip, k), video(clip, k), videoWeight[k]));
    }
    return scores;
}

struct Tuned {
    OperatingPoint point;
    std::optional<double> stage1MicroF1;
    double microF1 = 0.0;
    std::vector<Counts> counts;
};

// The weights that are not tuned together with the thresholds.
std::vector<double> weightsFor(const TuningTables &tables, const SystemSources &sources) {
    if (sources.audio && sources.video)
        return paperVideoWeights(tables.audio, tables.video, tables.truth);
    return std::vector<double>(tables.truth.events, sources.video ? 1.0 : 0.0);
}

Result<Tuned> tuneTables(const TuningTables &tables, const TuningRequest &request, const std::stop_token &stop) {
    if (request.method == TuningMethod::Joint) {
        Result<TunedOperatingPoint> joint = tuneJointly(tables.audio, tables.video, tables.truth, 1, {}, stop);
        if (!joint)
            return tl::unexpected(joint.error());
        return Tuned{std::move(joint->point), std::nullopt, joint->microF1, std::move(joint->counts)};
    }
    std::vector<double> weights = weightsFor(tables, request.sources);
    const Matrix scores = fused(tables.audio, tables.video, weights);
    Result<TunedThresholds> tuned = request.method == TuningMethod::Exact
                                        ? tuneThresholdsExactly(scores, tables.truth, stop)
                                        : tuneThresholdsAsPaper(scores, tables.truth, request.seed, stop);
    if (!tuned)
        return tl::unexpected(tuned.error());
    return Tuned{{std::move(weights), std::move(tuned->threshold)},
                 tuned->stage1MicroF1,
                 tuned->microF1,
                 std::move(tuned->counts)};
}

BinaryTable decided(const OperatingPoint &point, const Matrix &audio, const Matrix &video) {
    const Matrix scores = fused(audio, video, point.videoWeight);
    BinaryTable tags(scores.rows, scores.columns);
    for (std::size_t clip = 0; clip < tags.clips; ++clip) {
        for (std::size_t k = 0; k < tags.events; ++k)
            tags(clip, k) = double{scores(clip, k)} >= point.threshold[k] ? 1 : 0;
    }
    return tags;
}

Result<double> crossValidatedF1(const TuningTables &tables, const TuningRequest &request, const std::stop_token &stop) {
    const Tune tune = [&request](const TuningTables &part, const std::stop_token &token) {
        return tuneTables(part, request, token).map([](const Tuned &tuned) -> Decide {
            return [point = tuned.point](const Matrix &audio, const Matrix &video) {
                return decided(point, audio, video);
            };
        });
    };
    return crossValidated(tables, tune, kFolds, request.seed, stop).map([](const std::vector<Counts> &counts) {
        return total(counts).f1();
    });
}

std::string_view titleOf(TuningMethod method) {
    switch (method) {
    case TuningMethod::Paper:
        return "paper";
    case TuningMethod::Exact:
        return "exact";
    case TuningMethod::Joint:
        return "joint";
    }
    return {};
}

std::string utcNow() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {text.data(), length};
}

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

Result<void> requireBothSomewhere(const SplitScores &scores, const TuningRequest &request) {
    if (request.method == TuningMethod::Joint && !(scores.audio && scores.video))
        return fail(Error::Kind::Inconsistent, "Weights are tuned between audio and video; one of them is not there.");
    if (!scores.audio || !scores.video)
        return {};
    for (std::size_t clip = 0; clip < scores.clips.size(); ++clip) {
        if (scores.hasAudio(clip) && scores.hasVideo(clip))
            return {};
    }
    return fail(Error::Kind::Inconsistent,
                "No clip of the split \"" + request.split + "\" has both audio and video probabilities.");
}

} // namespace

std::string defaultName(const TuningRequest &request) {
    const char *branches = !request.sources.video ? "audio" : request.sources.audio ? "fusion" : "video";
    return std::string(branches) + "-" + std::string(titleOf(request.method));
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

Result<TunedPoint> tunePoint(const Project &project, const TuningRequest &request, std::stop_token stop) {
    const Result<SplitScores> scores = scoresOfSplit(project, request.split, Truth::Weak, request.sources);
    if (!scores)
        return tl::unexpected(scores.error());
    if (Result<void> both = requireBothSomewhere(*scores, request); !both)
        return tl::unexpected(both.error());
    const std::vector<std::size_t> clips = scoredClips(*scores);
    const TuningTables tables = tablesOf(*scores, clips);
    Result<Tuned> tuned = tuneTables(tables, request, stop);
    if (!tuned)
        return tl::unexpected(tuned.error());
    TunedPoint result;
    if (clips.size() >= 2 * std::size_t{kFolds}) {
        const Result<double> f1 = crossValidatedF1(tables, request, stop);
        if (!f1)
            return tl::unexpected(f1.error());
        result.crossValidatedF1 = *f1;
    }
    result.stage1MicroF1 = tuned->stage1MicroF1;
    result.counts = std::move(tuned->counts);
    result.clips = clips.size();
    result.leftOut = scores->withoutScores();
    result.point.name = defaultName(request);
    result.point.point = std::move(tuned->point);
    result.point.method = titleOf(request.method);
    result.point.tunedOn = request.split;
    result.point.audioSource = request.sources.audio ? request.sources.audio->name : std::string();
    result.point.videoSource = request.sources.video ? request.sources.video->name : std::string();
    result.point.microF1 = tuned->microF1;
    result.point.seed = request.seed;
    result.point.created = utcNow();
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
