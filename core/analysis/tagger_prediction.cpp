// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tagger_prediction.h"

#include "core/analysis/audio_branch.h"
#include "core/analysis/clip_run.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/project/clip_ids.h"
#include "core/tagging/taggers.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace tagscope {

Result<LoadedModel<AudioTagger>> loadTagger(const std::filesystem::path &file) {
    constexpr std::size_t kDigits = 12;
    const std::string hash = TAGSCOPE_TRY(sha256OfFile(file));
    LoadedModel<AudioTagger> loaded;
    loaded.value = TAGSCOPE_TRY(openTagger(file));
    loaded.label = loaded.value->description().name + " (" + hash.substr(0, kDigits) + ")";
    return loaded;
}

Result<TaggerPredictionOutcome> predictWithTagger(Project &project, const std::filesystem::path &tagger,
                                                  const TaggerPrediction &options, const Progress &progress,
                                                  std::stop_token stop) {
    Models models;
    models.tagger = TAGSCOPE_TRY(loadTagger(tagger));
    const std::string label = models.tagger.label;
    const std::shared_ptr<const AudioTagger> network = models.tagger.value;
    TaggerPredictionOutcome outcome;
    outcome.source = options.name.empty() ? network->description().name : options.name;
    TAGSCOPE_TRY(checkSourceName(project, {Branch::Audio, outcome.source}));
    AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
    if (Message why = whyTaggerDoesNotFit(*network, settings); !why.empty())
        return fail(Error::Kind::Inconsistent, std::move(why));
    outcome.eventsWithoutClass = eventsWithoutClass(*network, settings);
    const Analyzer analyzer(std::make_shared<const Models>(std::move(models)), std::move(settings),
                            project.cacheDirectory(), Branches::Audio);
    const std::vector<Clip> clips =
        TAGSCOPE_TRY(options.split ? project.clips(std::string_view(*options.split)) : project.clips());

    std::vector<ClipScore> scores;
    std::map<ClipId, ClipActivations> activations;
    const ReceiveClip receive = [&](const Clip &clip, const ClipAnalysis &analysis) {
        if (!analysis.audio || analysis.audio->probabilities.empty())
            return;
        scores.push_back({clip.id, analysis.audio->probabilities});
        activations[clip.id] = {analysis.audio->activations, analysis.audio->stepStart, analysis.audio->stepHop};
    };
    outcome.analysis = TAGSCOPE_TRY(runClips(
        analyzer, clips, [](const Clip &) { return false; }, options.threads,
        [](std::span<const ScoredClip>) { return Result<void>(); }, receive, progress, std::move(stop)));
    if (scores.empty())
        return fail(Error::Kind::Inconsistent, "analysis.tagger_scored_nothing");

    std::vector<std::pair<std::string, ClipActivations>> inOrder;
    for (const Clip &clip : clips)
        if (const auto found = activations.find(clip.id); found != activations.end())
            inOrder.emplace_back(clip.name, std::move(found->second));
    const std::filesystem::path directory = TAGSCOPE_TRY(project.runDirectory(outcome.source));
    const ScoreSource source{Branch::Audio, outcome.source};
    const nlohmann::ordered_json origin{{"imported", utcNow()},
                                        {"tagger", label},
                                        {"origin", network->description().origin},
                                        {"licence", network->description().licence}};
    TAGSCOPE_TRY(project.atomically([&]() -> Result<void> {
        TAGSCOPE_TRY(project.removeScores(source));
        TAGSCOPE_TRY(project.storeScores(source, scores));
        TAGSCOPE_TRY(project.setSetting(originSetting(source),
                                        origin.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
        return writeActivations(directory, outcome.source, namesOf(project.classes()), inOrder);
    }));
    outcome.activations = directory / "activations.npy";
    return outcome;
}

} // namespace tagscope
