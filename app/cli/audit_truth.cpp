// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_truth.h"

#include "figures.h"

#include "core/audit/project_votes.h"
#include "core/base/try.h"

#include <array>
#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct TruthOptions {
    std::string project;
    std::string votes;
    std::string gold;
    std::string stage;
    bool withInformed = false;
    std::string method{nameOf(TruthRule::Majority)};
};

std::string truthPercent(double share) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.1f", 100.0 * share);
    return text.data();
}

json truthNumber(const std::optional<double> &number) {
    return number ? json(*number) : json();
}

json intervalToJson(double value, const Interval &interval) {
    return {{"value", value}, {"low", interval.low}, {"high", interval.high}};
}

json rulesToJson(const VotesOfAxis &votes) {
    json rules = json::array();
    for (const RuleOutcome &outcome : outcomesOf(votes)) {
        json rule{{"rule", nameOf(outcome.rule)}, {"true", outcome.isTrue}, {"undecided", outcome.undecided}};
        rule["against_gold"] = outcome.figures.items == 0
                                   ? json()
                                   : json{{"pairs", outcome.figures.items},
                                          {"precision", truthNumber(outcome.figures.precision())},
                                          {"recall", truthNumber(outcome.figures.recall())},
                                          {"f1", truthNumber(outcome.figures.f1())}};
        rules.push_back(std::move(rule));
    }
    return rules;
}

json axisToJson(const VotesOfAxis &votes, TruthRule rule) {
    const DawidSkene model = dawidSkene(votes.table);
    json annotators = json::array();
    for (std::size_t i = 0; i < model.annotators.size(); ++i) {
        const AnnotatorQuality &quality = model.annotators[i];
        annotators.push_back({{"annotator", votes.annotators[i]},
                              {"votes", quality.votes},
                              {"sensitivity", intervalToJson(quality.sensitivity, quality.sensitivityInterval)},
                              {"specificity", intervalToJson(quality.specificity, quality.specificityInterval)}});
    }
    const std::vector<std::optional<bool>> truth = decided(votes, truthOf(votes.table, rule));
    json pairs = json::array();
    for (std::size_t i = 0; i < votes.pairs.size(); ++i)
        pairs.push_back({{"clip", votes.pairs[i].clip},
                         {"event", votes.pairs[i].event},
                         {"true", truth[i] ? json(*truth[i]) : json()},
                         {"posterior", model.posterior[i]},
                         {"decided_by_lead", votes.lead[i].has_value()}});
    return {{"axis", nameOf(votes.axis)},  {"pairs", votes.pairs.size()},         {"converged", model.hasConverged},
            {"rules", rulesToJson(votes)}, {"annotators", std::move(annotators)}, {"truth", std::move(pairs)}};
}

void printAxis(const VotesOfAxis &votes) {
    std::printf("%s: %zu pairs, %zu annotators\n", votes.axis == VoteAxis::Heard ? "Heard" : "Seen", votes.pairs.size(),
                votes.annotators.size());
    std::printf("  %-12s %8s %10s %12s %10s %8s\n", "rule", "true", "undecided", "precision %", "recall %", "F1 %");
    const auto percent = [](const std::optional<double> &share) {
        return share ? truthPercent(*share) : std::string("-");
    };
    for (const RuleOutcome &outcome : outcomesOf(votes))
        std::printf("  %-12s %8zu %10zu %12s %10s %8s\n", std::string(nameOf(outcome.rule)).c_str(), outcome.isTrue,
                    outcome.undecided, percent(outcome.figures.precision()).c_str(),
                    percent(outcome.figures.recall()).c_str(), percent(outcome.figures.f1()).c_str());
    const DawidSkene model = dawidSkene(votes.table);
    std::printf("  %-20s %8s %24s %24s\n", "annotator", "votes", "sensitivity %", "specificity %");
    const auto withInterval = [](double value, const Interval &interval) {
        return truthPercent(value) + " (" + truthPercent(interval.low) + " to " + truthPercent(interval.high) + ")";
    };
    for (std::size_t i = 0; i < model.annotators.size(); ++i) {
        const AnnotatorQuality &quality = model.annotators[i];
        std::printf("  %-20s %8zu %24s %24s\n", votes.annotators[i].c_str(), quality.votes,
                    withInterval(quality.sensitivity, quality.sensitivityInterval).c_str(),
                    withInterval(quality.specificity, quality.specificityInterval).c_str());
    }
    if (!model.hasConverged)
        spdlog::warn("Dawid and Skene's model has not settled after {} steps.", model.steps);
}

Result<std::vector<VotesOfAxis>> votesFor(const TruthOptions &options) {
    if (!options.votes.empty())
        return readVoteTable(options.votes).map([](const VoteTable &table) { return votesIn(table); });
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    return votesIn(project, {options.stage.empty() ? std::nullopt : stageNamed(options.stage), options.withInformed});
}

Result<int> showTruth(const TruthOptions &options, const CommonOptions &common) {
    if (options.project.empty() == options.votes.empty()) {
        spdlog::error("Give a project, or a table of votes with --votes.");
        return kWrongUsage;
    }
    std::vector<VotesOfAxis> votes = TAGSCOPE_TRY(votesFor(options));
    if (!options.gold.empty()) {
        const std::vector<GoldRow> gold = TAGSCOPE_TRY(readGoldTable(options.gold));
        for (VotesOfAxis &axis : votes)
            addGold(axis, gold);
    }
    if (!common.json) {
        for (const VotesOfAxis &axis : votes)
            printAxis(axis);
        return kDone;
    }
    json axes = json::array();
    for (const VotesOfAxis &axis : votes)
        axes.push_back(axisToJson(axis, *truthRuleNamed(options.method)));
    printDocument({{"method", options.method}, {"axes", std::move(axes)}});
    return kDone;
}

} // namespace

void addTruthCommand(CLI::App &audit, ChosenCommand &chosen) {
    const auto options = std::make_shared<TruthOptions>();
    CLI::App *command =
        audit.add_subcommand("truth", "From votes to truth by each rule, and what each gives against a gold standard");
    command->add_option("PROJECT", options->project, "The project file, whose standing verdicts are the votes");
    command->add_option("--votes", options->votes, "In its place a table of votes, as VGGSounder publishes them")
        ->check(CLI::ExistingFile);
    command->add_option("--gold", options->gold, "A table of what is true: id, label and modality (A, V, AV or -)")
        ->check(CLI::ExistingFile);
    command->add_option("--stage", options->stage, "Only blind verdicts of this stage")
        ->check(CLI::IsMember({"sound", "pictures", "model-output"}));
    command->add_flag("--informed", options->withInformed, kInformedHelp);
    command->add_option("--method", options->method, "Whose truth --json lists, pair by pair")
        ->check(CLI::IsMember({"unanimous", "majority", "dawid-skene"}))
        ->capture_default_str();
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) {
            return showTruth(*options, common);
        };
    });
}

} // namespace tagscope::cli
