// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"

#include "core/formats/dcase_lists.h"
#include "core/formats/psds.h"
#include "core/formats/region_scores.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct ScoreOptions {
    std::string truth;
    std::string predictions;
    std::string as = "strict";
    std::string truthKind = "weak";
    double segment = 1.0;
    RegionCollar collar;
    double onsetCollar = 0.2;
    double offsetCollar = 0.2;

    PsdsSettings psds;

    [[nodiscard]] bool isPsds() const { return as == "psds1" || as == "psds2"; }
    [[nodiscard]] bool isOfRegions() const { return as == "segments" || as == "events"; }
};

json regionScoreToJson(const RegionScore &score, const ScoreOptions &options) {
    json events = json::array();
    for (std::size_t k = 0; k < score.events.size(); ++k) {
        json event{{"name", score.events[k]}};
        event.update(countsToJson(score.perEvent[k]));
        events.push_back(std::move(event));
    }
    json document{{"micro", countsToJson(score.micro)},
                  {"macro", {{"f1", score.macroF1}, {"events_left_out", neverOccurring(score.perEvent)}}},
                  {"events", std::move(events)},
                  {"truth", "audible"},
                  {"as", options.as},
                  {"clips", score.clips}};
    if (options.as == "segments") {
        document["segment"] = options.segment;
        document["error_rate"] = {{"value", score.errorRate},
                                  {"substitutions", score.substitutions},
                                  {"deletions", score.deletions},
                                  {"insertions", score.insertions}};
    } else {
        document["collar"] = {{"onset", options.onsetCollar},
                              {"offset", options.offsetCollar},
                              {"share_of_length", options.collar.shareOfLength}};
    }
    return document;
}

json psdsToJson(const PsdsScore &score, const ScoreOptions &options) {
    json events = json::array();
    for (std::size_t k = 0; k < score.events.size(); ++k)
        events.push_back({{"name", score.events[k]}, {"area", score.perEvent[k]}});
    const PsdsSettings &settings = options.psds;
    return {{"psds", score.area},
            {"events", std::move(events)},
            {"truth", "audible"},
            {"as", options.as},
            {"clips", score.clips},
            {"hours", score.hours},
            {"settings",
             {{"dtc", settings.detectionTolerance},
              {"gtc", settings.truthTolerance},
              {"cttc", settings.crossTolerance ? json(*settings.crossTolerance) : json()},
              {"alpha_ct", settings.costOfCrossTriggers},
              {"alpha_st", settings.costOfInstability},
              {"max_efpr", settings.mostFalsePerHour}}}};
}

void printPsds(const PsdsScore &score, const ScoreOptions &options) {
    const PsdsSettings &settings = options.psds;
    std::printf("%zu clips, %.3g h; DTC %g, GTC %g, ", score.clips, score.hours, settings.detectionTolerance,
                settings.truthTolerance);
    if (settings.crossTolerance)
        std::printf("CTTC %g, ", *settings.crossTolerance);
    std::printf("alpha_ct %g, alpha_st %g, at most %g false detections an hour\n\n", settings.costOfCrossTriggers,
                settings.costOfInstability, settings.mostFalsePerHour);
    for (std::size_t k = 0; k < score.events.size(); ++k)
        std::printf("%-36s %9.4f\n", score.events[k].c_str(), score.perEvent[k]);
    std::printf("%-36s %9.4f\n", "PSDS", score.area);
}

json scoreToJson(const ListScore &score, const std::string &truthKind) {
    json events = json::array();
    for (std::size_t k = 0; k < score.events.size(); ++k) {
        json event{{"name", score.events[k]}};
        event.update(countsToJson(score.perEvent[k]));
        events.push_back(std::move(event));
    }
    return {{"micro", countsToJson(score.micro)},
            {"macro",
             {{"f1", score.macroF1},
              {"precision", score.macroPrecision},
              {"recall", score.macroRecall},
              {"organisers_f1", score.organisersMacroF1},
              {"events_left_out", neverOccurring(score.perEvent)}}},
            {"events", std::move(events)},
            {"truth", truthKind},
            {"clips", score.clips}};
}

// What both kinds of scores have.
void printCounts(const std::vector<std::string> &events, const std::vector<Counts> &perEvent, const Counts &micro) {
    std::printf("%-36s %9s %9s %9s %6s %6s %6s\n", "event", "precision", "recall", "F1", "TP", "FP", "FN");
    const auto row = [](const std::string &name, const Counts &counts) {
        std::printf("%-36s %8.1f%% %8.1f%% %8.1f%% %6lld %6lld %6lld\n", name.c_str(), 100 * counts.precision(),
                    100 * counts.recall(), 100 * counts.f1(), static_cast<long long>(counts.truePositives),
                    static_cast<long long>(counts.falsePositives), static_cast<long long>(counts.falseNegatives));
    };
    for (std::size_t k = 0; k < events.size(); ++k)
        row(events[k], perEvent[k]);
    row("micro average", micro);
}

void printRegionScore(const RegionScore &score, const ScoreOptions &options) {
    if (options.as == "segments")
        std::printf("%zu clips, segments of %g s\n\n", score.clips, options.segment);
    else
        std::printf("%zu clips, regions that begin within %g s, and end within %g s or %g %% of their length\n\n",
                    score.clips, options.onsetCollar, options.offsetCollar, 100 * options.collar.shareOfLength);
    printCounts(score.events, score.perEvent, score.micro);
    std::printf("%-36s %9s %9s %8.1f%%\n", "macro average", "", "", 100 * score.macroF1);
    if (options.as == "segments")
        std::printf("error rate %.3f: %lld substitutions, %lld deletions, %lld insertions\n", score.errorRate,
                    static_cast<long long>(score.substitutions), static_cast<long long>(score.deletions),
                    static_cast<long long>(score.insertions));
}

void printScore(const ListScore &score, const std::string &truthKind) {
    std::printf("%zu clips, %s labels\n\n", score.clips, truthKind.c_str());
    printCounts(score.events, score.perEvent, score.micro);
    std::printf("%-36s %8.1f%% %8.1f%% %8.1f%%\n", "macro average", 100 * score.macroPrecision, 100 * score.macroRecall,
                100 * score.macroF1);
    std::printf("%-36s %9s %9s %8.1f%%\n", "macro average, the organisers' way", "", "", 100 * score.organisersMacroF1);
}

bool isInaudible(const DcaseRow &row) {
    return row.label && row.offset.count() <= 0.0;
}

// The weak truth of a strong list: pairs that a listener did not hear, marked by times of 0 and 0, are labels too.
void takeAsWeak(std::vector<DcaseRow> &rows) {
    for (DcaseRow &row : rows) {
        if (isInaudible(row))
            row.offset = Seconds(1.0); // any time that is not 0; scoring looks at no other property of it
    }
}

int scoreRegionLists(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &found,
                     const ScoreOptions &options, const CommonOptions &common) {
    const RegionCollar collar{Seconds(options.onsetCollar), Seconds(options.offsetCollar),
                              options.collar.shareOfLength};
    const Result<RegionScore> result = options.as == "segments" ? scoreSegments(truth, found, Seconds(options.segment))
                                                                : scoreRegions(truth, found, collar);
    if (!result)
        return failed(result.error());
    if (common.json)
        printDocument(regionScoreToJson(*result, options));
    else
        printRegionScore(*result, options);
    return kDone;
}

int scoreOverThresholds(const std::vector<DcaseRow> &truth, ScoreOptions options, const CommonOptions &common) {
    if (options.as == "psds2")
        options.psds = secondPsdsScenario();
    const Result<std::map<std::string, ScoreSeries>> scores = readScoreFolder(options.predictions);
    if (!scores)
        return failed(scores.error());
    const Result<PsdsScore> result = scorePsds(truth, *scores, options.psds);
    if (!result)
        return failed(result.error());
    if (common.json)
        printDocument(psdsToJson(*result, options));
    else
        printPsds(*result, options);
    return kDone;
}

int score(const ScoreOptions &options, const CommonOptions &common) {
    Result<std::vector<DcaseRow>> truth = readDcaseList(options.truth);
    if (!truth)
        return failed(truth.error());
    if (options.isPsds())
        return scoreOverThresholds(*truth, options, common);
    const Result<std::vector<DcaseRow>> predictions = readDcaseList(options.predictions);
    if (!predictions)
        return failed(predictions.error());
    if (options.isOfRegions())
        return scoreRegionLists(*truth, *predictions, options, common);
    const bool asOrganisers = options.as == "dcase2017";
    // The organisers' script skips rows that end at 0, whatever one wants.
    const bool isAudible = asOrganisers ? std::ranges::any_of(*truth, isInaudible) : options.truthKind == "audible";
    const std::string truthKind = isAudible ? "audible" : "weak";
    if (!isAudible)
        takeAsWeak(*truth);
    const Result<ListScore> result =
        asOrganisers ? Result<ListScore>(scoreAsDcase2017(*truth, *predictions)) : scoreStrictly(*truth, *predictions);
    if (!result)
        return failed(result.error());
    for (const Message &note : result->notes)
        spdlog::warn("{}", englishText(note));
    if (common.json)
        printDocument(scoreToJson(*result, truthKind));
    else
        printScore(*result, truthKind);
    return kDone;
}

} // namespace

void addScoreCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ScoreOptions>();
    CLI::App *command = program.add_subcommand("score", "Score a prediction list against a truth list");
    command->add_option("TRUTH", options->truth, "DCASE 2017 list of labels, weak or strong")->required();
    command
        ->add_option("PREDICTIONS", options->predictions,
                     "DCASE 2017 list of tags; for psds1 and psds2 a folder of tables of "
                     "scores over time, one a clip, as sed_scores_eval has them")
        ->required();
    command
        ->add_option(
            "--as", options->as,
            "strict: a missing clip counts as all misses; dcase2017: like the organisers' script; segments, "
            "events: times of strong lists, segment by segment or region by region, as sed_eval; psds1, psds2: the "
            "polyphonic sound detection score in the two scenarios of DCASE, as sed_scores_eval")
        ->check(CLI::IsMember({"strict", "dcase2017", "segments", "events", "psds1", "psds2"}))
        ->capture_default_str();
    command->add_option("--truth", options->truthKind, "Of a strong list: all labels, or without those not heard (0 0)")
        ->check(CLI::IsMember({"weak", "audible"}))
        ->capture_default_str();
    command->add_option("--segment", options->segment, "Length of segments, in seconds")
        ->check(CLI::Range(0.001, 3600.0))
        ->capture_default_str();
    command->add_option("--onset-collar", options->onsetCollar, "What onsets of regions may differ by, in seconds")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--offset-collar", options->offsetCollar, "Likewise offsets")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        ->add_option("--offset-share", options->collar.shareOfLength,
                     "Offsets may also differ by this share of the region's length")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) { return score(*options, common); };
    });
}

} // namespace tagscope::cli
