// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "network_commands.h"
#include "progress_line.h"

#include "core/analysis/clip_removal.h"
#include "core/analysis/explain.h"
#include "core/analysis/explanation_text.h"
#include "core/analysis/project_models.h"
#include "core/analysis/tagger_prediction.h"
#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/exchange/clip_finder.h"
#include "core/network/image_networks.h"
#include "core/tagging/tagger_classes.h"

#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct ExplainOptions {
    std::string media;
    std::string event;
    std::string classes;
    std::string models;
    std::string tagger;
    std::string listen;
    std::string clip;
    double at = 0.0;
    bool noCache = false;
    bool noAttribution = false;
    bool noRemoval = false;
};

json flipToJson(const std::optional<DecisionFlip> &flip) {
    if (!flip)
        return nullptr;
    return {{"value", numberToJson(flip->value)}, {"change", numberToJson(flip->change)}};
}

json decisionToJson(const Decision &decision) {
    const Flips flips = smallestFlips(decision);
    const std::optional<double> margin = decision.margin();
    return {{"audio", orNull(decision.audio)},
            {"video", orNull(decision.video)},
            {"weight", decision.calibration ? json(nullptr) : json(decision.videoWeight)},
            {"is_calibrated", decision.calibration.has_value()},
            {"threshold", numberToJson(decision.threshold)},
            {"fused", orNull(decision.fused())},
            {"margin", margin ? numberToJson(*margin) : json(nullptr)},
            {"tag", decision.isTagged()},
            {"flips",
             {{"threshold", flipToJson(flips.threshold)},
              {"weight", flipToJson(flips.weight)},
              {"audio", flipToJson(flips.audio)},
              {"video", flipToJson(flips.video)}}}};
}

json attributionToJson(const ClipAnalysis &clip, const EventAttribution &explained, const std::vector<double> &edges) {
    const Attribution &made = explained.attribution;
    json result{{"method", "integrated gradients of the maximal step's logit"},
                {"baseline_db", explained.silence},
                {"step", explained.step},
                {"baseline_logit", made.baselineOutput},
                {"logit", made.output},
                {"sum", made.sum},
                {"incompleteness", made.incompleteness()},
                {"parts", made.parts},
                {"strongest", nullptr}};
    const std::optional<StrongestPart> strongest = strongestPart(made.values);
    if (!strongest)
        return result;
    const SoundRegion &region = strongest->region;
    const double hop = clip.audio->frameHop.count();
    result["strongest"] = {{"start", static_cast<double>(region.firstFrame) * hop},
                           {"end", static_cast<double>(region.endFrame) * hop},
                           {"low_hz", edges[region.firstBand]},
                           {"high_hz", edges[region.endBand + 1]},
                           {"for", strongest->speaksFor},
                           {"against", strongest->speaksAgainst}};
    return result;
}

json cellToJson(const SpectralCell &cell) {
    return {{"start", cell.start.count()}, {"end", cell.end.count()}, {"low_hz", cell.lowHz}, {"high_hz", cell.highHz}};
}

json effectToJson(const RemovalEffect &effect, const ChanceEffect &chance) {
    return {{"probability", effect.probability},
            {"fall", effect.fall},
            {"random",
             {{"probability", chance.medianProbability},
              {"fall", chance.medianFall},
              {"fall_low", chance.lowestFall},
              {"fall_high", chance.highestFall},
              {"flip_share", chance.flipShare}}}};
}

json removalToJson(const RemovalExplanation &explanation, const std::vector<std::filesystem::path> &sounds) {
    const MomentRemoval &moment = explanation.moment;
    json region = effectToJson(moment.regionEffect, moment.regionChance);
    region["place"] = cellToJson(moment.region);
    region["is_local"] = moment.isLocal();
    json smallest = effectToJson(moment.effect, moment.chance);
    smallest["cells"] = json::array();
    for (const SpectralCell &cell : moment.cells)
        smallest["cells"].push_back(cellToJson(cell));
    smallest["area"] = moment.area;
    smallest["flipped"] = moment.isFlipped;
    smallest["only_it"] = moment.onlyIt;
    smallest["is_reason"] = moment.isReason();
    json files = json::array();
    for (const std::filesystem::path &file : sounds)
        files.push_back(file.string());
    const ClipRemoval &clip = explanation.clip;
    return {{"tagger", explanation.tagger},
            {"threshold", explanation.threshold},
            {"moment",
             {{"step", moment.step},
              {"start", moment.start.count()},
              {"end", moment.end.count()},
              {"probability", moment.probability},
              {"region", std::move(region)},
              {"smallest", std::move(smallest)},
              {"evaluations", moment.evaluations}}},
            {"clip",
             {{"moments", clip.moments},
              {"treated", clip.treated},
              {"probability", clip.probability},
              {"after", clip.after},
              {"flipped", clip.isFlipped},
              {"area", clip.area}}},
            {"files", std::move(files)}};
}

// A file by itself, or a clip of a project with the project's settings and models.
struct Explained {
    Analyzer analyzer;
    std::filesystem::path media;
    Seconds start{0};
    Seconds duration{0};
};

Result<std::optional<LoadedModel<AudioTagger>>> taggerAskedFor(const ExplainOptions &options) {
    if (options.tagger.empty())
        return std::optional<LoadedModel<AudioTagger>>();
    return loadTagger(options.tagger).map([](LoadedModel<AudioTagger> &&loaded) {
        return std::optional(std::move(loaded));
    });
}

Result<Explained> clipOfProject(const ExplainOptions &options) {
    const Project project = TAGSCOPE_TRY(Project::open(options.media, Project::Access::ReadOnly));
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    const ClipFinder finder(clips);
    const FoundClips found = finder.findByPath(options.clip);
    if (found.clips.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.not_a_clip", options.clip, options.media});
    if (found.clips.size() != 1)
        return fail(Error::Kind::Inconsistent, {"exchange.which_clip", options.clip, finder.namesOf(found.clips)});
    const Clip &clip = finder.clips()[found.clips.front()];
    if (clip.isMissing || clip.media.empty())
        return fail(Error::Kind::Unreadable, {"project.recording_missing", clip.name, clip.media});
    AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
    Models models = TAGSCOPE_TRY(
        loadModelsFor(project, options.models.empty() ? modelsDirectory() : std::filesystem::path(options.models)));
    std::optional<LoadedModel<AudioTagger>> tagger = TAGSCOPE_TRY(taggerAskedFor(options));
    if (tagger)
        models.tagger = *std::move(tagger);
    return Explained{Analyzer(std::make_shared<const Models>(std::move(models)), std::move(settings),
                              options.noCache ? std::filesystem::path() : project.cacheDirectory()),
                     clip.media, clip.start, clip.duration};
}

Result<Explained> fileByItself(const ExplainOptions &options) {
    const AnalysisSettings settings = TAGSCOPE_TRY(
        options.classes.empty() ? defaultSettings() : readEventsOrTagger(options.classes).map(settingsFor));
    std::optional<LoadedModel<AudioTagger>> tagger = TAGSCOPE_TRY(taggerAskedFor(options));
    Models models = TAGSCOPE_TRY(loadModels(
        options.models.empty() ? modelsDirectory() : std::filesystem::path(options.models), {}, std::move(tagger)));
    return Explained{Analyzer(std::make_shared<const Models>(std::move(models)), settings,
                              options.noCache ? std::filesystem::path() : cacheDirectory()),
                     options.media, Seconds(options.at), settings.clipDuration};
}

Result<ClipAnalysis> analysedClip(const Explained &what, const CommonOptions &common, const std::stop_token &stop) {
    ProgressLine line("recordings", 1, common.quiet);
    return what.analyzer.analyseClip(
        what.media, what.start, what.duration,
        [&line](double fraction, std::string_view stage) { line.show(fraction, stage); }, stop);
}

// Nothing where the tagger has no gradients.
Result<std::optional<EventAttribution>> attributionOf(const ExplainOptions &options, const Analyzer &analyzer,
                                                      const ClipAnalysis &clip, std::size_t event,
                                                      const std::stop_token &stop) {
    if (options.noAttribution || !clip.audio || clip.audio->activations.empty())
        return std::optional<EventAttribution>();
    Result<Answer> answer = explain(analyzer, clip, AttributionQuestion{static_cast<int>(event)}, {}, stop);
    if (!answer && answer.error().kind == Error::Kind::Unsupported)
        return std::optional<EventAttribution>();
    return std::move(answer).map(
        [](Answer &&found) { return std::optional(std::get<EventAttribution>(std::move(found))); });
}

Result<std::optional<RemovalExplanation>> removed(const ExplainOptions &options, const Explained &what,
                                                  const ClipAnalysis &clip, std::size_t event,
                                                  const CommonOptions &common, const std::stop_token &stop) {
    if (options.noRemoval || !clip.audio || clip.audio->activations.empty())
        return std::optional<RemovalExplanation>();
    setNetworkThreads(1); // sounds side by side, each on one thread
    RemovalOptions how;
    how.threads = static_cast<unsigned>(common.threadCount());
    how.seed = common.seed;
    ProgressLine line("removal", 1, common.quiet);
    return removalOf(
               what.analyzer, clip, event, how,
               [&line](double fraction, std::string_view stage) { line.show(fraction, stage); }, stop)
        .map([](RemovalExplanation &&found) { return std::optional(std::move(found)); });
}

void sayWhichEvents(const std::string &asked, const std::vector<EventClass> &events) {
    std::string names;
    for (const EventClass &event : events)
        names += (names.empty() ? "" : "; ") + event.name;
    spdlog::error("{}", englishText({"app.event_choices", asked, names}));
}

Result<int> explainEvent(const ExplainOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Explained what = TAGSCOPE_TRY(options.clip.empty() ? fileByItself(options) : clipOfProject(options));
    const AnalysisSettings &settings = what.analyzer.settings();
    const std::optional<std::size_t> event = eventBeginning(settings.events, options.event);
    if (!event) {
        sayWhichEvents(options.event, settings.events);
        return kWrongUsage;
    }
    setNetworkThreads(common.threadCount());
    const ClipAnalysis clip = TAGSCOPE_TRY(analysedClip(what, common, stop));

    const std::vector<double> edges = melBandEdges(settings.logMel);
    const std::optional<EventAttribution> attribution =
        TAGSCOPE_TRY(attributionOf(options, what.analyzer, clip, *event, stop));
    const std::optional<RemovalExplanation> removal = TAGSCOPE_TRY(removed(options, what, clip, *event, common, stop));
    std::vector<std::filesystem::path> sounds;
    if (removal && !options.listen.empty())
        sounds = TAGSCOPE_TRY(writeRemovalSounds(*removal, options.listen));
    std::string text = explanationText(clip, *event, attribution ? &*attribution : nullptr, edges);
    if (removal)
        text += removalText(*removal, settings.events[*event].name);
    for (const std::filesystem::path &file : sounds)
        text += "Written: " + file.string() + "\n";
    if (!common.json) {
        std::fputs(text.c_str(), stdout);
        return kDone;
    }
    printDocument({{"media", clip.media.string()},
                   {"start", clip.start.count()},
                   {"duration", clip.duration.count()},
                   {"event", settings.events[*event].name},
                   {"decision", decisionToJson(decisionOf(clip.events[*event]))},
                   {"attribution", attribution ? attributionToJson(clip, *attribution, edges) : json(nullptr)},
                   {"removal", removal ? removalToJson(*removal, sounds) : json(nullptr)},
                   {"text", text}});
    return kDone;
}

} // namespace

void addExplainCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ExplainOptions>();
    CLI::App *command = kExplainCommand.addTo(program);
    command->add_option("MEDIA", options->media, "Audio, video or picture file; with --clip a project file")
        ->required();
    command->add_option("--clip", options->clip, "A clip of the project");
    command->add_option("--event", options->event, "The event, or how its name begins")->required();
    command->add_option("--at", options->at, "Where the clip begins in the recording (s)")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--classes", options->classes,
                        "Events: a list (TSV), or a tagger's description (.json); default: DCASE 2017 task 4");
    command->add_option("--models", options->models, "Directory of registered models");
    command->add_option("--tagger", options->tagger,
                        "The audio tagger: a description (.json) or file, in place of the registered one");
    command->add_option("--listen", options->listen,
                        "Directory for the counterfactual as WAV files: as it is, without, only it, and at random");
    command->add_flag("--no-attribution", options->noAttribution, "Leave out the gradients' view");
    command->add_flag("--no-removal", options->noRemoval, "Leave out what taking parts of the sound away shows");
    command->add_flag("--no-cache", options->noCache, "Neither use nor store cached results");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return explainEvent(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
