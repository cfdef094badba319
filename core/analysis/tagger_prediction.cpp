// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tagger_prediction.h"

#include "core/analysis/audio_branch.h"
#include "core/analysis/clip_run.h"
#include "core/analysis/settings_json.h"
#include "core/base/file_hash.h"
#include "core/base/file_names.h"
#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/pack_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/tagging/tagger_head.h"
#include "core/tagging/taggers.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// A clip's probabilities and activations, as the tagger gave them.
struct Heard {
    std::vector<float> probabilities;
    ClipActivations activations;
};
using HeardClips = std::map<ClipId, Heard>;

// A tagger that fits the project, and the clips that it is to hear.
class TaggerWork {
public:
    static Result<TaggerWork> make(const Project &project, const fs::path &tagger, const TaggerPrediction &options) {
        TaggerWork work;
        Models models;
        models.tagger = TAGSCOPE_TRY(loadTagger(tagger));
        work.label_ = models.tagger.label;
        work.network_ = models.tagger.value;
        work.outcome_.source = options.name.empty() ? work.network_->description().name : options.name;
        if (!options.isOfRun)
            TAGSCOPE_TRY(checkSourceName(project, work.source()));
        AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
        if (Message why = whyTaggerDoesNotFit(*work.network_, settings); !why.empty())
            return fail(Error::Kind::Inconsistent, std::move(why));
        work.outcome_.eventsWithoutClass = eventsWithoutClass(*work.network_, settings);
        work.recipe_ = work.label_ + "\n" + stageSettingsToJson(settings);
        work.analyzer_.emplace(std::make_shared<const Models>(std::move(models)), std::move(settings),
                               options.usesCache ? project.cacheDirectory() : fs::path(), Branches::Audio);
        work.clips_ = TAGSCOPE_TRY(options.split ? project.clips(std::string_view(*options.split)) : project.clips());
        return work;
    }

    [[nodiscard]] ScoreSource source() const { return {Branch::Audio, outcome_.source}; }
    [[nodiscard]] const std::vector<Clip> &clips() const { return clips_; }
    [[nodiscard]] TaggerPredictionOutcome outcome() const { return outcome_; }
    [[nodiscard]] PackHead head(const Project &project, const Shard &shard) const {
        return {outcome_.source, recipe_, selectionOf(clips_), namesOf(project.classes()), NpyType::Float32, shard};
    }
    [[nodiscard]] fs::path directoryOfParts(const Project &project) const {
        return project.dataDirectory() / "shards" / asFileName("tagger-" + outcome_.source);
    }

    Result<ProjectAnalysis> hear(std::span<const Clip> clips, unsigned threads, HeardClips &heard,
                                 const Progress &progress, std::stop_token stop) const {
        const ReceiveClip receive = [&](const Clip &clip, const ClipAnalysis &analysis) {
            if (!analysis.audio || analysis.audio->probabilities.empty())
                return;
            heard[clip.id] = {analysis.audio->probabilities,
                              {analysis.audio->activations, analysis.audio->stepStart, analysis.audio->stepHop}};
        };
        return runClips(
            *analyzer_, clips, [](const Clip &) { return false; }, threads,
            [](std::span<const ScoredClip>) { return Result<void>(); }, receive, progress, std::move(stop));
    }

    Result<TaggerPredictionOutcome> store(Project &project, HeardClips heard, ProjectAnalysis analysis) const {
        if (heard.empty())
            return fail(Error::Kind::Inconsistent, "analysis.tagger_scored_nothing");
        std::vector<ClipScore> scores;
        std::vector<std::pair<std::string, ClipActivations>> inOrder;
        for (const Clip &clip : clips_) {
            const auto found = heard.find(clip.id);
            if (found == heard.end())
                continue;
            scores.push_back({clip.id, std::move(found->second.probabilities)});
            inOrder.emplace_back(clip.name, std::move(found->second.activations));
        }
        const fs::path directory = TAGSCOPE_TRY(project.runDirectory(outcome_.source));
        const nlohmann::ordered_json origin{{"imported", utcNow()},
                                            {"tagger", label_},
                                            {"origin", network_->description().origin},
                                            {"licence", network_->description().licence}};
        TAGSCOPE_TRY(project.atomically([&]() -> Result<void> {
            TAGSCOPE_TRY(project.removeScores(source()));
            TAGSCOPE_TRY(project.storeScores(source(), scores));
            TAGSCOPE_TRY(project.setSetting(originSetting(source()),
                                            origin.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
            return writeActivations(directory, outcome_.source, namesOf(project.classes()), inOrder);
        }));
        TaggerPredictionOutcome outcome = outcome_;
        outcome.analysis = std::move(analysis);
        outcome.activations = directory / "activations.npy";
        return outcome;
    }

private:
    TaggerWork() = default;

    std::string label_;
    std::string recipe_;
    std::shared_ptr<const AudioTagger> network_;
    TaggerPredictionOutcome outcome_;
    std::optional<Analyzer> analyzer_;
    std::vector<Clip> clips_;
};

PackedClip packedClip(const Clip &clip, const HeardClips &heard, const std::map<std::string, std::string> &failures) {
    if (const auto found = heard.find(clip.id); found != heard.end()) {
        const ClipActivations &activations = found->second.activations;
        return {clip.name, PackOutcome::Scored, {}, activations.values.rows, activations.first, activations.hop};
    }
    if (const auto failure = failures.find(clip.name); failure != failures.end())
        return {clip.name, PackOutcome::Failed, failure->second};
    std::error_code error;
    const bool isThere = !clip.isMissing && fs::exists(clip.media, error);
    return {clip.name, isThere ? PackOutcome::NothingToScore : PackOutcome::NoMedia};
}

// What a part heard, added to what others did.
Result<void> collect(const ScorePack &pack, const std::map<std::string, ClipId> &ids, HeardClips &heard,
                     ProjectAnalysis &analysis) {
    for (std::size_t i = 0; i < pack.clips().size(); ++i) {
        const PackedClip &clip = pack.clips()[i];
        const auto id = ids.find(clip.name);
        if (id == ids.end())
            return fail(Error::Kind::Inconsistent, {"analysis.scores_of_unknown_clip", pack.file(), clip.name});
        ++analysis.clips;
        if (clip.outcome == PackOutcome::NoMedia)
            ++analysis.missing;
        else if (clip.outcome == PackOutcome::Failed)
            analysis.failures.push_back(
                {clip.name, Error{Error::Kind::Malformed, plainText(clip.reason), std::string()}});
        if (clip.outcome != PackOutcome::Scored)
            continue;
        Heard one;
        one.probabilities = TAGSCOPE_TRY(pack.probabilities(i));
        one.activations = {Matrix(clip.steps, pack.head().events.size()), clip.first, clip.hop};
        one.activations.values.values = TAGSCOPE_TRY(pack.activations(i));
        heard[id->second] = std::move(one);
    }
    return {};
}

} // namespace

Result<LoadedModel<AudioTagger>> loadTagger(const std::filesystem::path &file) {
    constexpr std::size_t kDigits = 12;
    const std::string hash = TAGSCOPE_TRY(sha256OfFile(file));
    LoadedModel<AudioTagger> loaded;
    loaded.value = TAGSCOPE_TRY(openTagger(file));
    loaded.label = loaded.value->description().name + " (" + hash.substr(0, kDigits) + ")";
    return loaded;
}

Result<std::optional<fs::path>> headOfRun(const Project &project, const std::string &run) {
    const fs::path directory = TAGSCOPE_TRY(project.runDirectory(run));
    std::error_code error;
    return fs::is_regular_file(directory / kHeadFile, error) ? std::optional(directory / kHeadFile) : std::nullopt;
}

Result<TaggerPredictionOutcome> predictWithTagger(Project &project, const fs::path &tagger,
                                                  const TaggerPrediction &options, const Progress &progress,
                                                  std::stop_token stop) {
    const TaggerWork work = TAGSCOPE_TRY(TaggerWork::make(project, tagger, options));
    HeardClips heard;
    ProjectAnalysis analysis = TAGSCOPE_TRY(work.hear(work.clips(), options.threads, heard, progress, std::move(stop)));
    return work.store(project, std::move(heard), std::move(analysis));
}

Result<TaggerPredictionOutcome> predictShardWithTagger(const Project &project, const fs::path &tagger,
                                                       const TaggerPrediction &options, const Shard &shard,
                                                       const Progress &progress, std::stop_token stop) {
    if (!shard.isPossible())
        return fail(Error::Kind::Inconsistent, {"training.no_shard", shard.index, shard.count});
    const TaggerWork work = TAGSCOPE_TRY(TaggerWork::make(project, tagger, options));
    const std::vector<Clip> part = partOf(std::span<const Clip>(work.clips()), shard);
    TaggerPredictionOutcome outcome = work.outcome();
    HeardClips heard;
    outcome.analysis = TAGSCOPE_TRY(work.hear(part, options.threads, heard, progress, std::move(stop)));
    std::map<std::string, std::string> failures;
    for (const ProjectAnalysis::Failure &failure : outcome.analysis.failures)
        failures.emplace(failure.clip, failure.error.what());
    outcome.activations = work.directoryOfParts(project) / packName(shard);
    ScorePackWriter writer = TAGSCOPE_TRY(ScorePackWriter::create(outcome.activations, work.head(project, shard)));
    for (const Clip &clip : part) {
        const auto found = heard.find(clip.id);
        const bool isHeard = found != heard.end();
        writer.add(packedClip(clip, heard, failures),
                   isHeard ? std::span<const float>(found->second.probabilities) : std::span<const float>(),
                   isHeard ? std::span<const float>(found->second.activations.values.values)
                           : std::span<const float>());
    }
    TAGSCOPE_TRY(project.checkFile()); // the clips are those of what was opened
    TAGSCOPE_TRY(writer.finish(true));
    return outcome;
}

Result<TaggerPredictionOutcome> mergeTaggerPrediction(Project &project, const fs::path &tagger,
                                                      const TaggerPrediction &options) {
    const TaggerWork work = TAGSCOPE_TRY(TaggerWork::make(project, tagger, options));
    const fs::path directory = work.directoryOfParts(project);
    const std::vector<ScorePack> packs = TAGSCOPE_TRY(wholePacksIn(directory));
    const PackHead expected = work.head(project, packs.front().head().shard);
    const PackHead &found = packs.front().head();
    if (found.recipe != expected.recipe || found.selection != expected.selection || found.events != expected.events)
        return fail(Error::Kind::Inconsistent, {"training.parts_out_of_date", packs.front().file()});
    std::map<std::string, ClipId> ids;
    for (const Clip &clip : work.clips())
        ids.emplace(clip.name, clip.id);
    HeardClips heard;
    ProjectAnalysis analysis;
    for (const ScorePack &pack : packs)
        TAGSCOPE_TRY(collect(pack, ids, heard, analysis));
    return work.store(project, std::move(heard), std::move(analysis));
}

} // namespace tagscope
