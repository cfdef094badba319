// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_precision.h"
#include "audit_publish.h"
#include "audit_remarks.h"
#include "audit_report.h"
#include "audit_team.h"
#include "audit_truth.h"
#include "command.h"
#include "figures.h"
#include "table_project.h"

#include "core/base/try.h"

#include <map>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

struct AuditOptions {
    std::string project;
    std::optional<std::string> split;
    std::string order{nameOf(QueueOrder::SeenNotHeard)};
    std::string event;
    std::string stage;
    bool withInformed = false;
    std::size_t limit = 50;
    std::size_t controlEvery = 10;
    bool withDuplicates = false;
    TableOptions tables;
};

std::optional<std::string_view> splitOf(const AuditOptions &options) {
    return options.split ? std::optional<std::string_view>(*options.split) : std::nullopt;
}

Result<int> showQueue(const AuditOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    if (!isOneSource(options.project, options.tables))
        return kWrongUsage;
    const ReadProject opened = TAGSCOPE_TRY(ReadProject::open(options.project, "tables", options.tables));
    const Project &project = *opened;
    QueueReport report{options.project, namesOf(project.classes()), {}, {}, {}, options.limit};
    report.options.order = *queueOrderNamed(options.order);
    report.options.controlEvery = options.controlEvery;
    report.options.holdBackDuplicates = !options.withDuplicates;
    report.options.seed = common.seed;
    if (!options.event.empty()) {
        report.options.event = eventNamed(project.classes(), options.event);
        if (!report.options.event) {
            spdlog::error("{}", englishText({"audit.no_such_event", options.event}));
            return kWrongUsage;
        }
    }
    AuditMaterial material = TAGSCOPE_TRY(auditMaterial(project, splitOf(options), {5, common.seed}, stop));
    AuditQueue queue = TAGSCOPE_TRY(auditQueue(material, report.options));
    if (material.withoutAudio > 0)
        spdlog::warn("{} of {} clips have no audio probabilities and come last or not at all.", material.withoutAudio,
                     material.clips.size());
    if (const std::optional<Message> note = noteOn(material, report.options.order))
        spdlog::warn("{}", englishText(*note));
    report.material = std::move(material);
    report.queue = std::move(queue);
    if (common.json)
        printDocument(queueToJson(report));
    else
        printQueue(report);
    return opened.status();
}

Result<int> showAgreement(const AuditOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    const std::vector<Verdict> standing = standingVerdicts(std::move(history));
    const std::optional<AuditStage> stage = stageNamed(options.stage);
    AgreementRequest request{{stage, options.withInformed}, std::nullopt, {}};
    request.bootstrap.seed = common.seed;
    AgreementReport report;
    report.stage = stage ? options.stage : "final";
    report.events = namesOf(project.classes());
    report.verdicts = TAGSCOPE_TRY(summariseAgreement(standing, report.events.size(), request, stop));
    request.axis = VoteAxis::Heard;
    report.heard = TAGSCOPE_TRY(summariseAgreement(standing, report.events.size(), request, stop));
    request.axis = VoteAxis::Seen;
    report.seen = TAGSCOPE_TRY(summariseAgreement(standing, report.events.size(), request, stop));
    std::map<ClipId, std::string> names;
    for (const Clip &clip : clips)
        names.emplace(clip.id, clip.name);
    report.disagreements = disagreementsIn(standing, request.choice);
    for (const Disagreement &disagreement : report.disagreements)
        report.clipNames.push_back(names[disagreement.pair.first]);
    if (const std::size_t annotators = report.verdicts.annotators.size(); annotators < 2)
        spdlog::warn("Agreement needs two annotators; the project only has verdicts by {}.", annotators);
    if (common.json)
        printDocument(agreementToJson(report));
    else
        printAgreement(report);
    return kDone;
}

Result<int> showNoise(const AuditOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    const AuditMaterial material = TAGSCOPE_TRY(auditMaterial(project, splitOf(options), {5, common.seed}, stop));
    NoiseReport report;
    report.noise = TAGSCOPE_TRY(labelNoise(project, material));
    AuditSetupChanges changes;
    changes.split = options.split;
    report.setup = TAGSCOPE_TRY(auditSetupOf(project, changes));
    // Without scores there is no such queue, and nothing can be estimated of it.
    if (const Result<AuditQueue> queue = auditQueue(material, report.setup.queue)) {
        std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
        report.estimates =
            estimateNoise(material, *queue, report.setup.queue.order, standingVerdicts(std::move(history)));
    }
    report.events = namesOf(project.classes());
    if (common.json)
        printDocument(noiseToJson(report));
    else
        printNoise(report);
    return kDone;
}

CLI::App *addSubcommand(CLI::App &audit, const std::string &name, const std::string &about, AuditOptions &options) {
    CLI::App *command = audit.add_subcommand(name, about);
    command->add_option("PROJECT", options.project, "The project file")->required();
    return command;
}

std::vector<std::string> orderNames() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kQueueOrders; ++i)
        names.emplace_back(nameOf(static_cast<QueueOrder>(i)));
    return names;
}

void addQueue(CLI::App &audit, const std::shared_ptr<AuditOptions> &options, ChosenCommand &chosen) {
    CLI::App *command = addSubcommand(audit, "queue", "Pairs of clip and event in the order to judge them", *options);
    command->get_option("PROJECT")->required(false)->description(
        "The project file; or tables, with --scores and --truth-table");
    addTableOptions(*command, options->tables);
    command->add_option("--order", options->order, "The formula that orders them")
        ->check(CLI::IsMember(orderNames()))
        ->capture_default_str();
    command->add_option("--split", options->split, "Only clips of this split");
    command->add_option("--event", options->event, "Only pairs of this event");
    command->add_option("--limit", options->limit, "Rows to print; 0: all")->capture_default_str();
    command->add_option("--control-every", options->controlEvery, "One row in this many is drawn at random; 0: none")
        ->capture_default_str();
    command->add_flag("--with-duplicates", options->withDuplicates, "Do not hold back near-duplicate clips");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return showQueue(*options, common, stop);
        };
    });
}

void addAgreement(CLI::App &audit, const std::shared_ptr<AuditOptions> &options, ChosenCommand &chosen) {
    CLI::App *command =
        addSubcommand(audit, "agreement", "How far annotators agree, and the pairs on which they disagree", *options);
    command->add_option("--stage", options->stage, "Verdicts of one stage; default: each annotator's latest stage")
        ->check(CLI::IsMember({"sound", "pictures", "model-output"}));
    command->add_flag("--informed", options->withInformed, kInformedHelp);
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return showAgreement(*options, common, stop);
        };
    });
}

void addNoise(CLI::App &audit, const std::shared_ptr<AuditOptions> &options, ChosenCommand &chosen) {
    CLI::App *command = addSubcommand(audit, "noise", "How often each event's labels are wrong", *options);
    command->add_option("--split", options->split, "Only clips of this split");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return showNoise(*options, common, stop);
        };
    });
}

} // namespace

void addAuditCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<AuditOptions>();
    CLI::App *audit = program.add_subcommand("audit", "The audit of weak labels, for scripts");
    audit->require_subcommand(1);
    audit->fallthrough();
    addQueue(*audit, options, chosen);
    addAgreement(*audit, options, chosen);
    addNoise(*audit, options, chosen);
    addPrecisionCommand(*audit, chosen);
    addTruthCommand(*audit, chosen);
    addTeamCommands(*audit, chosen);
    addPublishCommand(*audit, chosen);
    addRemarksCommand(*audit, chosen);
}

} // namespace tagscope::cli
