// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"

#include "command.h"
#include "evaluation_report.h"
#include "figures.h"

#include <memory>
#include <spdlog/spdlog.h>
#include <utility>

namespace tagscope::cli {
namespace {

struct EvaluateOptions {
    std::string project;
    std::string split = "test";
    std::string truth = "weak";
    std::string operatingPoint;
};

// Measures systems one after the other, keeping their tags for the difference.
class Measurement {
public:
    Measurement(const Project &project, const EvaluateOptions &options, const CommonOptions &common,
                std::stop_token stop)
        : project_(project), options_(options), stop_(std::move(stop)) {
        bootstrap_.seed = common.seed;
        for (const EventClass &event : project.classes())
            report_.events.push_back(event.name);
    }

    Result<EvaluationReport> measure(std::vector<System> systems) {
        std::optional<Error> firstError;
        const std::size_t last = systems.size() - 1;
        for (std::size_t i = 0; i < systems.size(); ++i) {
            const Result<void> added = add(std::move(systems[i]));
            if (added)
                continue;
            const bool isAskedFor = i == last && !options_.operatingPoint.empty();
            if (added.error().isCancelled() || isAskedFor)
                return tl::unexpected(added.error());
            report_.warnings.push_back("Left out: " + added.error().what());
            firstError = firstError ? firstError : added.error();
        }
        if (report_.systems.empty())
            return tl::unexpected(*firstError);
        TAGSCOPE_TRY(compare());
        return std::move(report_);
    }

private:
    Result<void> add(System system) {
        const SplitScores scores =
            TAGSCOPE_TRY(scoresOfSplit(project_, options_.split, *truthNamed(options_.truth), system.sources));
        Evaluation evaluation = TAGSCOPE_TRY(evaluate(scores, system.point.point, bootstrap_, stop_));
        if (system.point.tunedOn == options_.split)
            report_.warnings.push_back("\"" + system.point.name + "\" was tuned on the split \"" + options_.split +
                                       "\" itself: its figures are too optimistic.");
        if (!evaluation.withoutScores.empty())
            report_.warnings.push_back(system.name + ": " + std::to_string(evaluation.withoutScores.size()) +
                                       " clips have no scores and count as untagged, such as " +
                                       evaluation.withoutScores.front() + ".");
        warnOfEventsWithoutPositives(evaluation);
        truth_ = scores.truth;
        tags_.push_back(tagsAt(scores, system.point.point));
        report_.systems.push_back({std::move(system), std::move(evaluation)});
        return {};
    }

    // The same for each system: once.
    void warnOfEventsWithoutPositives(const Evaluation &evaluation) {
        if (!report_.systems.empty())
            return;
        for (const std::size_t event : evaluation.withoutPositives())
            report_.warnings.push_back("No clip has \"" + report_.events[event] +
                                       "\": its F1 is 0, and it has no average precision.");
    }

    // Audio alone is the first where it is there at all.
    Result<void> compare() {
        if (report_.systems.size() < 2 || report_.systems.front().system.name != "audio")
            return {};
        report_.difference = TAGSCOPE_TRY(bootstrapDifference(truth_, tags_.back(), tags_.front(), bootstrap_, stop_));
        const auto &first = report_.systems.front().system.sources.audio;
        const auto &last = report_.systems.back().system.sources.audio;
        if (last && *first != *last)
            report_.warnings.push_back("The difference is between two runs, \"" + last->name + "\" and \"" +
                                       first->name + "\", not between with and without video alone.");
        return {};
    }

    const Project &project_;
    const EvaluateOptions &options_;
    std::stop_token stop_;
    BootstrapOptions bootstrap_;
    EvaluationReport report_;
    BinaryTable truth_;
    std::vector<BinaryTable> tags_; // of each system
};

Result<int> evaluateProject(const EvaluateOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    std::vector<System> systems = TAGSCOPE_TRY(systemsFor(project, options.split, options.operatingPoint));
    const EvaluationReport report =
        TAGSCOPE_TRY(Measurement(project, options, common, stop).measure(std::move(systems)));
    for (const std::string &warning : report.warnings)
        spdlog::warn("{}", warning);
    if (common.json)
        printDocument(reportToJson(report));
    else
        printReport(report);
    return kDone;
}

} // namespace

void addEvaluateCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<EvaluateOptions>();
    CLI::App *command =
        program.add_subcommand("evaluate", "Micro, macro and class-wise figures of a split, with intervals");
    command->add_option("PROJECT", options->project, "The project file")->required();
    command->add_option("--split", options->split, "The clips to evaluate on")->capture_default_str();
    command
        ->add_option("--truth", options->truth,
                     "weak: the labels as listed; audible: without those that were not heard; visible: what is seen; "
                     "audited: as corrected by annotators")
        ->check(CLI::IsMember({"weak", "audible", "visible", "audited"}))
        ->capture_default_str();
    command->add_option("--operating-point", options->operatingPoint,
                        "The one to show in full; default: the newest of audio + video, else of audio or video");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return evaluateProject(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
