// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "progress_line.h"

#include "core/analysis/explain.h"
#include "core/analysis/explanation_text.h"
#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/network/image_networks.h"

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
    double at = 0.0;
    bool noCache = false;
    bool noAttribution = false;
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

Result<ClipAnalysis> analysedClip(const Analyzer &analyzer, const ExplainOptions &options, const CommonOptions &common,
                                  const std::stop_token &stop) {
    ProgressLine line("recordings", 1, common.quiet);
    Result<ClipAnalysis> clip = analyzer.analyseClip(
        options.media, Seconds(options.at), analyzer.settings().clipDuration,
        [&line](double fraction, std::string_view stage) { line.show(fraction, stage); }, stop);
    line.close();
    return clip;
}

void sayWhichEvents(const std::string &asked, const std::vector<EventClass> &events) {
    std::string names;
    for (const EventClass &event : events)
        names += (names.empty() ? "" : "; ") + event.name;
    spdlog::error("{}", englishText({"app.event_choices", asked, names}));
}

Result<int> explainEvent(const ExplainOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const AnalysisSettings settings =
        TAGSCOPE_TRY(options.classes.empty() ? defaultSettings() : readEventClasses(options.classes).map(settingsFor));
    const std::optional<std::size_t> event = eventBeginning(settings.events, options.event);
    if (!event) {
        sayWhichEvents(options.event, settings.events);
        return kWrongUsage;
    }
    setNetworkThreads(common.threadCount());
    Models models =
        TAGSCOPE_TRY(loadModels(options.models.empty() ? modelsDirectory() : std::filesystem::path(options.models)));
    const Analyzer analyzer(std::make_shared<const Models>(std::move(models)), settings,
                            options.noCache ? std::filesystem::path() : cacheDirectory());
    const ClipAnalysis clip = TAGSCOPE_TRY(analysedClip(analyzer, options, common, stop));

    const std::vector<double> edges = melBandEdges(settings.logMel);
    std::optional<EventAttribution> attribution;
    if (!options.noAttribution && clip.audio && !clip.audio->activations.empty()) {
        Answer answer = TAGSCOPE_TRY(explain(analyzer, clip, AttributionQuestion{static_cast<int>(*event)}, {}, stop));
        attribution = std::get<EventAttribution>(std::move(answer));
    }
    const std::string text = explanationText(clip, *event, attribution ? &*attribution : nullptr, edges);
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
                   {"text", text}});
    return kDone;
}

} // namespace

void addExplainCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ExplainOptions>();
    CLI::App *command = program.add_subcommand("explain", "Everything behind one event's tag, in words");
    command->add_option("MEDIA", options->media, "Audio, video or picture file")->required();
    command->add_option("--event", options->event, "The event, or how its name begins")->required();
    command->add_option("--at", options->at, "Where the clip begins in the recording (s)")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--classes", options->classes, "Event class list (TSV); default: DCASE 2017 task 4");
    command->add_option("--models", options->models, "Directory of registered models");
    command->add_flag("--no-attribution", options->noAttribution, "Leave out what in the sound speaks for the event");
    command->add_flag("--no-cache", options->noCache, "Neither use nor store cached results");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return explainEvent(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
