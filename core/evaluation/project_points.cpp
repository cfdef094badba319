// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/project_points.h"

#include "core/base/try.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace tagscope {
namespace {

struct Way {
    bool hasAudio;
    bool hasVideo;
    TuningMethod method;
};

constexpr std::array<Way, 4> kWays{{{true, false, TuningMethod::Paper},
                                    {false, true, TuningMethod::Paper},
                                    {true, true, TuningMethod::Paper},
                                    {true, true, TuningMethod::Joint}}};

// Of each clip whether the source has a score of it.
Result<std::vector<std::uint8_t>> scoredBy(const Project &project, const std::optional<ScoreSource> &source,
                                           std::span<const ClipId> clips) {
    if (!source)
        return std::vector<std::uint8_t>(clips.size());
    return project.scores(*source, clips).map([](const ScoresOfClips &scores) { return scores.hasScore; });
}

Result<bool> hasLabels(const Project &project, std::span<const ClipId> clips) {
    return project.labels(clips, Truth::Weak).map([](const BinaryTable &labels) {
        return std::ranges::any_of(labels.values, [](std::uint8_t label) { return label != 0; });
    });
}

// Whether the request's tuners have something to tune on.
class ScoredSplit {
public:
    [[nodiscard]] static Result<ScoredSplit> read(const Project &project, const SystemSources &sources,
                                                  std::span<const ClipId> clips) {
        ScoredSplit split;
        split.audio_ = TAGSCOPE_TRY(scoredBy(project, sources.audio, clips));
        split.video_ = TAGSCOPE_TRY(scoredBy(project, sources.video, clips));
        return split;
    }

    [[nodiscard]] bool suffices(const SystemSources &sources) const {
        for (std::size_t i = 0; i < audio_.size(); ++i)
            if ((!sources.audio || audio_[i] != 0) && (!sources.video || video_[i] != 0))
                return true;
        return false;
    }
    [[nodiscard]] bool isComplete() const {
        for (std::size_t i = 0; i < audio_.size(); ++i)
            if (audio_[i] == 0 && video_[i] == 0)
                return false;
        return true;
    }

private:
    std::vector<std::uint8_t> audio_;
    std::vector<std::uint8_t> video_;
};

} // namespace

std::vector<TuningRequest> requestsOf(const PointMaking &making) {
    std::vector<TuningRequest> requests;
    for (const Way &way : kWays) {
        if ((way.hasAudio && !making.sources.audio) || (way.hasVideo && !making.sources.video))
            continue;
        TuningRequest request;
        request.split = making.split;
        request.method = way.method;
        request.seed = making.seed;
        if (way.hasAudio)
            request.sources.audio = making.sources.audio;
        if (way.hasVideo)
            request.sources.video = making.sources.video;
        requests.push_back(request);
    }
    return requests;
}

Result<std::vector<std::string>> makePoints(Project &project, const PointMaking &making, const std::stop_token &stop) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(std::string_view(making.split)));
    const std::vector<ClipId> ids = idsOf(clips);
    const bool isLabelled = TAGSCOPE_TRY(hasLabels(project, ids));
    std::vector<std::string> made;
    if (!isLabelled)
        return made;
    const ScoredSplit split = TAGSCOPE_TRY(ScoredSplit::read(project, making.sources, ids));
    const std::vector<NamedOperatingPoint> known = TAGSCOPE_TRY(project.operatingPoints());
    for (const TuningRequest &request : requestsOf(making)) {
        if (!split.suffices(request.sources))
            continue;
        const auto before = std::ranges::find(known, defaultName(request), &NamedOperatingPoint::name);
        if (before != known.end() && (making.areExistingKept || before->method == kByHand))
            continue;
        const TunedPoint tuned = TAGSCOPE_TRY(tunePoint(project, request, {}, stop));
        TAGSCOPE_TRY(storeTunedPoint(project, tuned));
        made.push_back(tuned.point.name);
    }
    return made;
}

Result<bool> isScored(const Project &project, std::string_view split, const SystemSources &sources) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(split));
    const std::vector<ClipId> ids = idsOf(clips);
    const bool isLabelled = TAGSCOPE_TRY(hasLabels(project, ids));
    const ScoredSplit scored = TAGSCOPE_TRY(ScoredSplit::read(project, sources, ids));
    return isLabelled && scored.isComplete();
}

} // namespace tagscope
