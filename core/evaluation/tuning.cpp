// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tuning.h"

#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/fusion/f1_intervals.h"
#include "core/fusion/tuning_digest.h"
#include "core/project/branch_choice.h"
#include "core/project/clip_ids.h"
#include "core/project/split_clips.h"

#include <algorithm>
#include <ranges>
#include <span>
#include <utility>

namespace tagscope {
namespace {

constexpr std::string_view kSplitOfEpochs = "validation"; // of which trainings keep the best epoch

// Some clips at a time: where there are scores, mostly the first clips have them, and all are gigabytes.
Result<bool> hasScoresOf(const Project &project, const ScoreSource &source, std::span<const ClipId> clips) {
    constexpr std::size_t kClipsAtOnce = 256;
    for (std::size_t first = 0; first < clips.size(); first += kClipsAtOnce) {
        const std::span<const ClipId> some = clips.subspan(first, std::min(kClipsAtOnce, clips.size() - first));
        const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(source, some));
        if (std::ranges::any_of(scores.hasScore, [](std::uint8_t has) { return has != 0; }))
            return true;
    }
    return false;
}

// The names of audio sources, the one to prefer first.
Result<std::vector<ScoreSource>> audioSources(const Project &project) {
    const std::vector<ScoreSource> all = TAGSCOPE_TRY(project.scoreSources());
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    std::vector<ScoreSource> ordered;
    for (const TrainingRun &run : runs) {
        const ScoreSource source{Branch::Audio, run.name};
        if (std::ranges::find(all, source) != all.end())
            ordered.push_back(source);
    }
    // Scores without a run come from elsewhere; the latest source is the last.
    for (const ScoreSource &source : all | std::views::reverse) {
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
    return fail(Error::Kind::Inconsistent, {"evaluation.no_clip_has_both", scores.split});
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

} // namespace

std::string defaultName(const TuningRequest &request) {
    const char *branches = !request.sources.video ? "audio" : request.sources.audio ? "fusion" : "video";
    return std::string(branches) + "-" + std::string(nameOf(request.method));
}

Result<SystemSources> newestSources(const Project &project, std::string_view split) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(clipsOfSplit(project, split));
    const std::vector<ClipId> ids = idsOf(clips);
    const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(kBranchSetting));
    const BranchChoice choice = branchChoiceIn(setting.value_or("{}"));
    std::vector<ScoreSource> audio = TAGSCOPE_TRY(audioSources(project));
    if (!choice.audio.empty())
        audio.insert(audio.begin(), {Branch::Audio, choice.audio});
    SystemSources sources;
    for (const ScoreSource &source : audio) {
        const bool has = TAGSCOPE_TRY(hasScoresOf(project, source, ids));
        if (has) {
            sources.audio = source;
            break;
        }
    }
    for (const std::string &name : {choice.video, std::string(kVideoSourceName)}) {
        const ScoreSource video{Branch::Video, name};
        const bool hasVideo = TAGSCOPE_TRY(hasScoresOf(project, video, ids));
        if (hasVideo && !sources.video)
            sources.video = video;
    }
    return sources;
}

Result<void> keepSources(Project &project, std::string_view split) {
    return project.atomically([&]() -> Result<void> {
        const SystemSources sources = TAGSCOPE_TRY(newestSources(project, split));
        const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(kBranchSetting));
        BranchChoice choice = branchChoiceIn(setting.value_or("{}"));
        if (choice.audio.empty() && sources.audio)
            choice.audio = sources.audio->name;
        if (choice.video.empty() && sources.video)
            choice.video = sources.video->name;
        return choice == BranchChoice() ? Result<void>() : project.setSetting(kBranchSetting, jsonOf(choice));
    });
}

Result<SystemSources> chosenSources(const Project &project, const std::string &split, const SourceChoice &choice) {
    Result<SystemSources> newest = newestSources(project, split);
    if (!newest || (!choice.audio && !choice.video))
        return newest;
    SystemSources sources;
    if (choice.audio && choice.audio->empty()) {
        if (!newest->audio)
            return fail(Error::Kind::Inconsistent, {"evaluation.no_audio_of_split", split});
        sources.audio = newest->audio;
    } else if (choice.audio) {
        sources.audio = ScoreSource{Branch::Audio, *choice.audio};
    }
    if (choice.video)
        sources.video = ScoreSource{Branch::Video, std::string(kVideoSourceName)};
    return sources;
}

Result<TunedPoint> tunePoint(const Project &project, const TuningRequest &request, const TuningObserver &observe,
                             std::stop_token stop) {
    const SplitScores scores = TAGSCOPE_TRY(scoresOfSplit(project, request.split, Truth::Weak, request.sources));
    TuningRequest whole = request;
    if (whole.before.threshold.empty()) {
        const std::optional<NamedOperatingPoint> chosen = TAGSCOPE_TRY(chosenPoint(project));
        if (chosen)
            whole.before = chosen->point;
    }
    TunedPoint tuned = TAGSCOPE_TRY(tunePoint(scores, whole, observe, std::move(stop)));
    const std::optional<Message> epoch = TAGSCOPE_TRY(epochNote(project, request.split, request.sources));
    if (epoch)
        tuned.notes.push_back(*epoch);
    return tuned;
}

Result<TunedPoint> tunePoint(const SplitScores &scores, const TuningRequest &request, const TuningObserver &observe,
                             std::stop_token stop) {
    TAGSCOPE_TRY(requireBothSomewhere(scores));
    const std::vector<std::size_t> clips = scoredClips(scores);
    const TuningTables tables = tablesOf(scores, clips);
    SystemTuning how{request.method, request.videoWeight, request.seed, request.threads, request.before};
    TunedPoint result;
    AppraisedSystem system;
    if (request.triesAll) {
        result.compared = TAGSCOPE_TRY(compareWays(tables, allWays(tables, how), observe, stop));
        how = result.compared.front().how;
        system = result.compared.front().system;
    } else {
        system = TAGSCOPE_TRY(tuneAndAppraise(tables, how, request.isAppraised, observe, stop));
    }
    TunedSystem &tuned = system.tuned;
    result.notes = notesOn(tuned, scores.events, clips.size());
    result.heldOut = system.heldOut;
    result.stage1MicroF1 = tuned.stage1MicroF1;
    result.counts = std::move(tuned.counts);
    result.clips = clips.size();
    result.leftOut = scores.withoutScores();
    result.digest = digestOf(tagscope::tablesOf(scores));
    TuningRequest kept = request;
    kept.method = how.method;
    result.point.name = defaultName(kept);
    result.point.point = std::move(tuned.point);
    result.point.method = nameOf(how.method);
    result.point.tunedOn = request.split;
    result.point.audioSource = request.sources.audio ? request.sources.audio->name : std::string();
    result.point.videoSource = request.sources.video ? request.sources.video->name : std::string();
    result.point.microF1 = tuned.microF1;
    result.point.seed = request.seed;
    result.point.created = utcNow();
    if (result.heldOut) {
        result.point.crossValidatedF1 = result.heldOut->microF1;
        result.point.interval = result.heldOut->interval;
    }
    return result;
}

std::vector<Message> notesOn(const TunedSystem &tuned, const std::vector<std::string> &events, std::size_t clips) {
    std::string none;
    std::string few;
    for (std::size_t k = 0; k < events.size(); ++k) {
        const Counts &counts = tuned.counts[k];
        if (!isFew(counts))
            continue;
        std::string &list = counts.truePositives + counts.falseNegatives == 0 ? none : few;
        list += (list.empty() ? "" : "; ") + events[k];
    }
    std::vector<Message> notes;
    if (clips < kFewestClipsForFolds)
        notes.push_back({"evaluation.too_few_to_tune", clips});
    if (!none.empty())
        notes.push_back({"evaluation.events_untuned", none});
    if (!few.empty())
        notes.push_back({"evaluation.few_positives", kFewPositives, few});
    return notes;
}

Result<std::optional<Message>> epochNote(const Project &project, std::string_view split, const SystemSources &sources) {
    if (!sources.audio || split != kSplitOfEpochs)
        return std::optional<Message>();
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    const auto run = std::ranges::find(runs, sources.audio->name, &TrainingRun::name);
    if (run == runs.end() || run->bestEpoch < 0)
        return std::optional<Message>();
    return std::optional(Message("evaluation.epoch_chosen_here", run->name, split));
}

Result<void> storeTunedPoint(Project &project, const TunedPoint &tuned) {
    const NamedOperatingPoint &point = tuned.point;
    return project.atomically([&]() -> Result<void> {
        const std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
        const auto before = std::ranges::find(points, point.name, &NamedOperatingPoint::name);
        if (before != points.end() && before->method == kByHand)
            return fail(Error::Kind::Inconsistent, {"evaluation.point_set_by_hand", point.name});
        TAGSCOPE_TRY(project.storeOperatingPoint(point));
        return rememberTuning(project, point.name, tuned.digest);
    });
}

bool isHeldOut(std::string_view split) {
    return split == "test" || split == "evaluation";
}

} // namespace tagscope
