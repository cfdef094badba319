// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_precision.h"

#include "core/base/try.h"

#include "audit_report.h"
#include "figures.h"

#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

// What is not given is as the project was set up to be audited.
struct PrecisionOptions {
    std::string project;
    std::optional<std::string> split;
    std::optional<std::string> order;
    std::optional<std::string> event;
    std::optional<std::size_t> controlEvery;
    bool withDuplicates = false;
};

Result<AuditSetup> setupOf(const Project &project, const PrecisionOptions &options,
                           const std::vector<std::string> &events) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(kAuditSetupKey));
    AuditSetup setup = auditSetupFromJson(stored.value_or("{}"), events);
    setup.split = options.split.value_or(setup.split);
    if (options.order)
        setup.queue.order = *queueOrderNamed(*options.order);
    setup.queue.controlEvery = options.controlEvery.value_or(setup.queue.controlEvery);
    if (options.withDuplicates)
        setup.queue.holdBackDuplicates = false;
    if (options.event) {
        const auto at = std::ranges::find(events, *options.event);
        if (at == events.end())
            return fail(Error::Kind::Inconsistent, {"app.no_such_event", *options.event});
        setup.queue.event = static_cast<std::size_t>(at - events.begin());
    }
    return setup;
}

Result<int> showPrecision(const PrecisionOptions &options, const CommonOptions &common, bool isSeeded,
                          const std::stop_token &stop) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    PrecisionReport report;
    for (const EventClass &event : project.classes())
        report.events.push_back(event.name);
    report.setup = TAGSCOPE_TRY(setupOf(project, options, report.events));
    if (isSeeded)
        report.setup.queue.seed = common.seed;
    const AuditMaterial material = TAGSCOPE_TRY(auditMaterial(project, report.setup.chosenSplit(), {}, stop));
    const AuditQueue queue = TAGSCOPE_TRY(auditQueue(material, report.setup.queue));
    std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    report.audio = material.audio ? material.audio->name : std::string();
    report.video = material.video ? material.video->name : std::string();
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
    command->add_option("--split", options->split, "Only clips of this split; default: likewise");
    command->add_option("--event", options->event, "Only pairs of this event; default: likewise");
    command->add_option("--control-every", options->controlEvery,
                        "One row in this many was drawn at random; 0: none; default: likewise");
    command->add_flag("--with-duplicates", options->withDuplicates, "Near-duplicate clips were not held back");
    command->callback([options, &audit, &chosen] {
        chosen = [options, &audit](const CommonOptions &common, const std::stop_token &stop) {
            return showPrecision(*options, common, audit.get_parent()->count("--seed") > 0, stop);
        };
    });
}

} // namespace tagscope::cli
