// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "evaluation_report.h"
#include "figures.h"
#include "table_project.h"

#include "core/base/try.h"

#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

struct EvaluateOptions {
    std::string project;
    std::string split = "test";
    std::string truth = "weak";
    std::string operatingPoint;
    TableOptions tables;
};

Result<int> evaluateProject(const EvaluateOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    if (!isOneSource(options.project, options.tables))
        return kWrongUsage;
    const ReadProject opened = TAGSCOPE_TRY(ReadProject::open(options.project, options.split, options.tables));
    const Project &project = *opened;
    SplitEvaluationRequest request;
    request.split = options.split;
    request.truth = *truthNamed(options.truth);
    request.pointName = options.operatingPoint;
    request.bootstrap.seed = common.seed;
    const SplitEvaluation measured = TAGSCOPE_TRY(evaluateSplit(project, request, stop));
    for (const std::string &warning : measured.warnings)
        spdlog::warn("{}", warning);
    if (common.json)
        printDocument(evaluationToJson(measured));
    else
        printEvaluation(measured);
    return opened.status();
}

} // namespace

void addEvaluateCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<EvaluateOptions>();
    CLI::App *command =
        program.add_subcommand("evaluate", "Micro, macro and class-wise figures of a split, with intervals");
    command->add_option("PROJECT", options->project, "The project file; or tables, with --scores and --truth-table");
    addTableOptions(*command, options->tables);
    command->add_option("--split", options->split, "The clips to evaluate on; all: every clip")->capture_default_str();
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
