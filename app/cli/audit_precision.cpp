// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_precision.h"

#include "audit_report.h"
#include "figures.h"

#include "core/audit/queue_precision.h"
#include "core/base/try.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::cli {
namespace {

struct PrecisionOptions {
    std::string project;
    std::optional<std::string> order;
    bool withDuplicates = false;
    AuditSetupChanges changes; // what is not given is as the project was set up to be audited
};

Result<int> showPrecision(const PrecisionOptions &options, const CommonOptions &common, bool isSeeded,
                          const std::stop_token &stop) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    PrecisionReport report;
    report.events = namesOf(project.classes());
    AuditSetupChanges changes = options.changes;
    if (options.order)
        changes.order = queueOrderNamed(*options.order);
    if (options.withDuplicates)
        changes.holdBackDuplicates = false;
    if (isSeeded)
        changes.seed = common.seed;
    report.setup = TAGSCOPE_TRY(auditSetupOf(project, changes));
    const AuditMaterial material = TAGSCOPE_TRY(auditMaterial(project, report.setup.chosenSplit(), {}, stop));
    const AuditQueue queue = TAGSCOPE_TRY(auditQueue(material, report.setup.queue));
    std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    report.audio = material.audio ? material.audio->name : std::string();
    report.video = material.video ? material.video->name : std::string();
    report.formula = formulaFor(material, report.setup.queue.order);
    report.pairs = queue.rows.size();
    report.precision = queuePrecision(material, queue, standingVerdicts(std::move(history)));
    if (common.json)
        printDocument(precisionToJson(report));
    else
        printPrecision(report);
    return kDone;
}

} // namespace

void addPrecisionCommand(CLI::App &audit, ChosenCommand &chosen) {
    const auto options = std::make_shared<PrecisionOptions>();
    CLI::App *command = audit.add_subcommand(
        "precision",
        "How many labels the queue was right to put first, by the verdicts, compared with its random controls");
    command->add_option("PROJECT", options->project, "The project file")->required();
    std::vector<std::string> orders;
    for (std::size_t i = 0; i < kQueueOrders; ++i)
        orders.emplace_back(nameOf(static_cast<QueueOrder>(i)));
    command->add_option("--order", options->order, "The formula that ordered it; default: as set up in the project")
        ->check(CLI::IsMember(orders));
    command->add_option("--split", options->changes.split, "Only clips of this split; default: likewise");
    command->add_option("--event", options->changes.event, "Only pairs of this event; default: likewise");
    command->add_option("--control-every", options->changes.controlEvery,
                        "One row in this many was drawn at random; 0: none; default: likewise");
    command->add_flag("--with-duplicates", options->withDuplicates, "Near-duplicate clips were not held back");
    command->callback([options, &audit, &chosen] {
        chosen = [options, &audit](const CommonOptions &common, const std::stop_token &stop) {
            return showPrecision(*options, common, audit.get_parent()->count("--seed") > 0, stop);
        };
    });
}

} // namespace tagscope::cli
