// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"
#include "core/fusion/absent_score.h"
#include "core/project/audited_truth.h"
#include "core/project/clip_ids.h"
#include "core/project/split_clips.h"

#include "core/fusion/average_precision.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::pair<Truth, std::string_view>, 4> kTruthNames{
    {{Truth::Weak, "weak"}, {Truth::Audible, "audible"}, {Truth::Visible, "visible"}, {Truth::Audited, "audited"}}};

Result<void> requireVerdicts(const Project &project, std::span<const ClipId> clips, const std::string &split) {
    const std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    const std::set<ClipId> ids(clips.begin(), clips.end());
    const std::vector<AuditedSound> heard = auditedSound(standingVerdicts(history));
    if (std::ranges::any_of(heard, [&ids](const AuditedSound &sound) { return ids.contains(sound.pair.first); }))
        return {};
    return fail(Error::Kind::Inconsistent, {"evaluation.nobody_audited", split});
}

Result<void> requireKnownTruth(const Project &project, std::span<const ClipId> clips, const SplitScores &scores) {
    if (scores.kind == Truth::Weak)
        return {};
    if (scores.kind == Truth::Audited)
        return requireVerdicts(project, clips, scores.split);
    const std::vector<KnownPresence> known = TAGSCOPE_TRY(project.presence(clips));
    const bool isKnown = std::ranges::any_of(known, [&](const KnownPresence &pair) {
        return scores.kind == Truth::Audible ? pair.isAudible.has_value() : pair.isVisible.has_value();
    });
    if (isKnown)
        return {};
    return fail(Error::Kind::Inconsistent, {"evaluation.truth_unknown", nameOf(scores.kind), scores.split});
}

Result<std::optional<ScoresOfClips>> scoresFrom(const Project &project, const std::optional<ScoreSource> &source,
                                                std::span<const ClipId> clips, const std::string &split) {
    if (!source)
        return std::optional<ScoresOfClips>();
    ScoresOfClips scores = TAGSCOPE_TRY(project.scores(*source, clips));
    if (std::ranges::any_of(scores.hasScore, [](std::uint8_t has) { return has != 0; }))
        return std::optional(std::move(scores));
    if (source->branch == Branch::Audio)
        return fail(Error::Kind::Inconsistent, {"evaluation.no_audio_scores", source->name, split});
    return fail(Error::Kind::Inconsistent, {"evaluation.no_video_scores", split});
}

std::size_t countOf(std::size_t clips, auto holds) {
    std::size_t count = 0;
    for (std::size_t clip = 0; clip < clips; ++clip)
        count += holds(clip) ? 1U : 0U;
    return count;
}

// Of all clips, those for testing count only where a branch has scores of them: what is scored fold by fold leaves
// them alone.
Result<std::vector<Clip>> measuredClips(const Project &project, std::string_view split, const SystemSources &sources) {
    std::vector<Clip> clips = TAGSCOPE_TRY(clipsOfSplit(project, split));
    if (split != kAllSplits)
        return clips;
    const std::vector<ClipId> ids = idsOf(clips);
    std::vector<bool> isScored(clips.size());
    for (const std::optional<ScoreSource> &source : {sources.audio, sources.video}) {
        if (!source)
            continue;
        const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(*source, ids));
        for (std::size_t clip = 0; clip < clips.size(); ++clip)
            isScored[clip] = isScored[clip] || scores.hasScore[clip] != 0;
    }
    std::vector<Clip> measured;
    for (std::size_t clip = 0; clip < clips.size(); ++clip)
        if (isScored[clip] || !isHeldOut(clips[clip].split))
            measured.push_back(std::move(clips[clip]));
    return measured;
}

} // namespace

std::string nameOf(Truth truth) {
    return std::string(std::ranges::find(kTruthNames, truth, &std::pair<Truth, std::string_view>::first)->second);
}

std::optional<Truth> truthNamed(std::string_view name) {
    const auto *found = std::ranges::find(kTruthNames, name, &std::pair<Truth, std::string_view>::second);
    return found != kTruthNames.end() ? std::optional(found->first) : std::nullopt;
}

std::size_t SplitScores::withoutAudio() const {
    return audio ? countOf(clips.size(), [this](std::size_t clip) { return !hasAudio(clip); }) : 0;
}

std::size_t SplitScores::withoutVideo() const {
    return video ? countOf(clips.size(), [this](std::size_t clip) { return !hasVideo(clip); }) : 0;
}

std::vector<std::string> SplitScores::withoutScores() const {
    std::vector<std::string> names;
    for (std::size_t clip = 0; clip < clips.size(); ++clip) {
        if (!hasAudio(clip) && !hasVideo(clip))
            names.push_back(clips[clip]);
    }
    return names;
}

Result<SplitScores> scoresOfSplit(const Project &project, std::string_view split, Truth truth,
                                  const SystemSources &sources) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(measuredClips(project, split, sources));
    if (clips.empty())
        return fail(Error::Kind::Inconsistent, {"evaluation.no_clips_in_split", split});
    if (!sources.audio && !sources.video)
        return fail(Error::Kind::Inconsistent, "evaluation.no_scores");
    SplitScores scores;
    scores.split = split;
    scores.kind = truth;
    scores.events = namesOf(project.classes());
    std::vector<ClipId> ids;
    for (const Clip &clip : clips) {
        scores.clips.push_back(clip.name);
        ids.push_back(clip.id);
    }
    TAGSCOPE_TRY(requireKnownTruth(project, ids, scores));
    scores.truth = TAGSCOPE_TRY(project.labels(ids, truth));
    scores.audio = TAGSCOPE_TRY(scoresFrom(project, sources.audio, ids, scores.split));
    scores.video = TAGSCOPE_TRY(scoresFrom(project, sources.video, ids, scores.split));
    return scores;
}

FusedScores fuseScores(const SplitScores &scores, const OperatingPoint &point) {
    const std::size_t clips = scores.clips.size();
    const std::size_t events = scores.events.size();
    FusedScores fused{Matrix(clips, events, kBelowAllScores), std::vector<std::uint8_t>(clips)};
    for (std::size_t clip = 0; clip < clips; ++clip) {
        const bool hasAudio = scores.hasAudio(clip);
        const bool hasVideo = scores.hasVideo(clip);
        fused.hasScore[clip] = hasAudio || hasVideo ? 1 : 0;
        for (std::size_t k = 0; k < events; ++k) {
            const auto audio = hasAudio ? std::optional<double>(scores.audio->scores(clip, k)) : std::nullopt;
            const auto video = hasVideo ? std::optional<double>(scores.video->scores(clip, k)) : std::nullopt;
            if (const std::optional<double> both = fusedProbability(point, k, audio, video))
                fused.scores(clip, k) = static_cast<float>(*both);
        }
    }
    return fused;
}

TuningTables tablesOf(const SplitScores &scores) {
    const std::size_t clips = scores.clips.size();
    const std::size_t events = scores.events.size();
    TuningTables tables{Matrix(clips, events, kAbsentScore), Matrix(clips, events, kAbsentScore), scores.truth};
    for (std::size_t clip = 0; clip < clips; ++clip) {
        if (scores.hasAudio(clip))
            std::ranges::copy(scores.audio->scores.row(clip), tables.audio.row(clip).begin());
        if (scores.hasVideo(clip))
            std::ranges::copy(scores.video->scores.row(clip), tables.video.row(clip).begin());
    }
    return tables;
}

BinaryTable tagsAt(const SplitScores &scores, const OperatingPoint &point) {
    const TuningTables tables = tablesOf(scores);
    return tagsAt(point, tables.audio, tables.video);
}

Result<void> requireFit(const SplitScores &scores, const OperatingPoint &point) {
    const std::size_t events = scores.events.size();
    if (point.videoWeight.size() == events && point.threshold.size() == events)
        return {};
    return fail(Error::Kind::Inconsistent, {"evaluation.point_of_other_events", point.threshold.size(), events});
}

std::vector<std::size_t> Evaluation::withoutPositives() const {
    std::vector<std::size_t> events;
    for (std::size_t k = 0; k < averagePrecision.size(); ++k)
        if (!averagePrecision[k])
            events.push_back(k);
    return events;
}

Result<Evaluation> evaluate(const SplitScores &scores, const OperatingPoint &point, const BootstrapOptions &options,
                            std::stop_token stop) {
    TAGSCOPE_TRY(requireFit(scores, point));
    Evaluation result;
    result.split = scores.split;
    result.truth = scores.kind;
    result.clips = scores.clips.size();
    result.withoutAudio = scores.withoutAudio();
    result.withoutVideo = scores.withoutVideo();
    result.withoutScores = scores.withoutScores();
    const BinaryTable tags = tagsAt(scores, point);
    result.perEvent = countPerEvent(scores.truth, tags);
    result.micro = total(result.perEvent);
    result.macroF1 = macroF1(result.perEvent);
    result.organisersMacroF1 = organisersMacroF1(result.perEvent);
    const FusedScores fused = fuseScores(scores, point);
    for (std::size_t k = 0; k < scores.events.size(); ++k)
        result.averagePrecision.push_back(averagePrecision(fused.scores, scores.truth, k));
    result.ranking = rankingFigures(fused.scores, scores.truth);
    result.singleLabel = singleLabelFigures(fused.scores, fused.hasScore, scores.truth);
    result.meanAveragePrecision = meanAveragePrecision(result.averagePrecision);
    result.intervals = TAGSCOPE_TRY(f1Intervals(scores.truth, tags, options, stop));
    return result;
}

} // namespace tagscope
