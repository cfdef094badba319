// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include "core/project/audited_truth.h"

#include "core/fusion/average_precision.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <span>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::pair<Truth, std::string_view>, 4> kTruthNames{
    {{Truth::Weak, "weak"}, {Truth::Audible, "audible"}, {Truth::Visible, "visible"}, {Truth::Audited, "audited"}}};

// Ranked below every probability.
constexpr float kNoScore = -1.0F;

Result<void> requireVerdicts(const Project &project, std::span<const ClipId> clips, const std::string &split) {
    const Result<std::vector<Verdict>> history = project.verdictHistory();
    if (!history)
        return tl::unexpected(history.error());
    const std::set<ClipId> ids(clips.begin(), clips.end());
    const std::vector<AuditedSound> heard = auditedSound(standingVerdicts(*history));
    if (std::ranges::any_of(heard, [&ids](const AuditedSound &sound) { return ids.contains(sound.pair.first); }))
        return {};
    return fail(Error::Kind::Inconsistent,
                "Nobody has audited clips of the split \"" + split + "\". Use the weak labels: --truth weak.");
}

Result<void> requireKnownTruth(const Project &project, std::span<const ClipId> clips, const SplitScores &scores) {
    if (scores.kind == Truth::Weak)
        return {};
    if (scores.kind == Truth::Audited)
        return requireVerdicts(project, clips, scores.split);
    const Result<std::vector<KnownPresence>> known = project.presence(clips);
    if (!known)
        return tl::unexpected(known.error());
    const bool isKnown = std::ranges::any_of(*known, [&](const KnownPresence &pair) {
        return scores.kind == Truth::Audible ? pair.isAudible.has_value() : pair.isVisible.has_value();
    });
    if (isKnown)
        return {};
    return fail(Error::Kind::Inconsistent, "The project does not record what is " + nameOf(scores.kind) +
                                               " in the split \"" + scores.split +
                                               "\". Use the weak labels: --truth weak.");
}

Result<std::optional<ScoresOfClips>> scoresFrom(const Project &project, const std::optional<ScoreSource> &source,
                                                std::span<const ClipId> clips, const std::string &split) {
    if (!source)
        return std::optional<ScoresOfClips>();
    Result<ScoresOfClips> scores = project.scores(*source, clips);
    if (!scores)
        return tl::unexpected(scores.error());
    if (std::ranges::any_of(scores->hasScore, [](std::uint8_t has) { return has != 0; }))
        return std::optional(std::move(*scores));
    const bool isAudio = source->branch == Branch::Audio;
    return fail(Error::Kind::Inconsistent,
                (isAudio ? "The run \"" + source->name + "\" has no audio" : std::string("There are no video")) +
                    " probabilities of the split \"" + split + "\". Make them: " +
                    (isAudio ? "tagscope-cli predict PROJECT --run " + source->name
                             : std::string("tagscope-cli video PROJECT")) +
                    ".");
}

std::size_t countOf(std::size_t clips, auto holds) {
    std::size_t count = 0;
    for (std::size_t clip = 0; clip < clips; ++clip)
        count += holds(clip) ? 1U : 0U;
    return count;
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
    const Result<std::vector<Clip>> clips = project.clips(split);
    if (!clips)
        return tl::unexpected(clips.error());
    if (clips->empty())
        return fail(Error::Kind::Inconsistent, "The project has no clips in a split \"" + std::string(split) + "\".");
    if (!sources.audio && !sources.video)
        return fail(Error::Kind::Inconsistent, "The project has neither audio nor video probabilities.");
    SplitScores scores;
    scores.split = split;
    scores.kind = truth;
    for (const EventClass &event : project.classes())
        scores.events.push_back(event.name);
    std::vector<ClipId> ids;
    for (const Clip &clip : *clips) {
        scores.clips.push_back(clip.name);
        ids.push_back(clip.id);
    }
    if (Result<void> known = requireKnownTruth(project, ids, scores); !known)
        return tl::unexpected(known.error());
    Result<BinaryTable> labels = project.labels(ids, truth);
    if (!labels)
        return tl::unexpected(labels.error());
    scores.truth = std::move(*labels);
    Result<std::optional<ScoresOfClips>> audio = scoresFrom(project, sources.audio, ids, scores.split);
    if (!audio)
        return tl::unexpected(audio.error());
    scores.audio = std::move(*audio);
    Result<std::optional<ScoresOfClips>> video = scoresFrom(project, sources.video, ids, scores.split);
    if (!video)
        return tl::unexpected(video.error());
    scores.video = std::move(*video);
    return scores;
}

FusedScores fuseScores(const SplitScores &scores, const OperatingPoint &point) {
    const std::size_t clips = scores.clips.size();
    const std::size_t events = scores.events.size();
    FusedScores fused{Matrix(clips, events, kNoScore), std::vector<std::uint8_t>(clips)};
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
    constexpr float kAbsent = std::numeric_limits<float>::quiet_NaN();
    const std::size_t clips = scores.clips.size();
    const std::size_t events = scores.events.size();
    TuningTables tables{Matrix(clips, events, kAbsent), Matrix(clips, events, kAbsent), scores.truth};
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
    return fail(Error::Kind::Inconsistent, "The operating point is for " + std::to_string(point.threshold.size()) +
                                               " events, the project has " + std::to_string(events) + ".");
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
    if (Result<void> fits = requireFit(scores, point); !fits)
        return tl::unexpected(fits.error());
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
    const Matrix fused = fuseScores(scores, point).scores;
    for (std::size_t k = 0; k < scores.events.size(); ++k)
        result.averagePrecision.push_back(averagePrecision(fused, scores.truth, k));
    result.meanAveragePrecision = meanAveragePrecision(result.averagePrecision);
    Result<F1Intervals> intervals = bootstrapF1(scores.truth, tags, options, std::move(stop));
    if (!intervals)
        return tl::unexpected(intervals.error());
    result.intervals = std::move(*intervals);
    return result;
}

} // namespace tagscope
