// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_team.h"

#include "audit_report.h"
#include "figures.h"

#include "core/audit/audit_progress.h"
#include "core/audit/merge_files.h"
#include "core/audit/watched_folder.h"
#include "core/base/try.h"

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct TeamOptions {
    std::string project;
    std::vector<std::filesystem::path> files; // to be merged
    std::filesystem::path out{"."};
    std::string order{nameOf(QueueOrder::Random)};
    std::string event;
    std::vector<std::string> stages{"sound", "pictures"};
    std::string overlap{"20%"};
    std::string gold{"5%"};
    bool leaveOutUnknown = false;
    std::string as;
    std::filesystem::path watch; // a folder; empty: none
    PlanOptions plan;
};

// "20%" or "0.2".
std::optional<double> shareIn(const std::string &text) {
    char *end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    const std::string rest(end);
    if (end == text.c_str() || !std::isfinite(number) || (!rest.empty() && rest != "%" && rest != " %"))
        return std::nullopt;
    constexpr double kPercent = 100.0;
    return rest.empty() ? number : number / kPercent;
}

std::size_t pagesOfKind(const PlannedTask &task, PageKind kind) {
    std::size_t count = 0;
    for (const PlannedPage &page : task.pages)
        count += page.kind == kind ? 1U : 0U;
    return count;
}

// Until the time is over or an end is asked for.
void rest(std::chrono::milliseconds time, const std::stop_token &stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [] { return false; });
}

json planReport(const AuditPlan &plan, const std::vector<std::filesystem::path> &files) {
    json tasks = json::array();
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        const PlannedTask &task = plan.tasks[i];
        std::size_t pairs = 0;
        for (const PlannedPage &page : task.pages)
            pairs += page.page.events.size();
        tasks.push_back({{"annotator", task.annotator},
                         {"file", files[i].string()},
                         {"pages", task.pages.size()},
                         {"pairs", pairs},
                         {"shared", pagesOfKind(task, PageKind::Shared)},
                         {"gold", pagesOfKind(task, PageKind::Gold)}});
    }
    json stages = json::array();
    for (const AuditStage stage : plan.stages)
        stages.push_back(nameOf(stage));
    return {{"plan", plan.id}, {"order", plan.order}, {"stages", std::move(stages)}, {"tasks", std::move(tasks)}};
}

Result<int> makeAPlan(TeamOptions options, const CommonOptions &common, const std::stop_token &stop) {
    const std::optional<double> overlap = shareIn(options.overlap);
    const std::optional<double> gold = shareIn(options.gold);
    if (!overlap || !gold) {
        spdlog::error("--overlap and --gold are shares, such as 20% or 0.2.");
        return kWrongUsage;
    }
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    options.plan.overlap = *overlap;
    options.plan.gold = *gold;
    options.plan.seed = common.seed;
    options.plan.queue.order = *queueOrderNamed(options.order);
    options.plan.queue.seed = common.seed;
    options.plan.stages.clear();
    for (const std::string &stage : options.stages)
        options.plan.stages.push_back(*stageNamed(stage));
    if (!options.event.empty()) {
        options.plan.queue.event = eventNamed(project.classes(), options.event);
        if (!options.plan.queue.event)
            return fail(Error::Kind::Inconsistent, {"audit.no_such_event", options.event});
    }
    const AuditPlan plan = TAGSCOPE_TRY(makePlan(project, options.plan, stop));
    const std::vector<std::filesystem::path> files = TAGSCOPE_TRY(handOut(project, plan, options.out));
    const json report = planReport(plan, files);
    if (common.json) {
        printDocument(report);
        return kDone;
    }
    std::printf("plan %s, order %s\n", plan.id.c_str(), plan.order.c_str());
    for (const json &task : report["tasks"])
        std::printf("%s: %zu pages (%zu common, %zu gold), %zu pairs\n", task["file"].get<std::string>().c_str(),
                    task["pages"].get<std::size_t>(), task["shared"].get<std::size_t>(),
                    task["gold"].get<std::size_t>(), task["pairs"].get<std::size_t>());
    return kDone;
}

json shareToJson(const Share &share) {
    return {{"found", share.found},
            {"of", share.looked},
            {"share", share.looked > 0 ? json(share.share) : json()},
            {"interval", share.looked > 0 ? intervalToJson(share.interval) : json()}};
}

json progressToJson(const AuditProgress &progress) {
    json annotators = json::array();
    for (const AnnotatorProgress &one : progress.annotators)
        annotators.push_back({{"annotator", one.annotator},
                              {"planned", one.planned},
                              {"done", one.done},
                              {"left", one.left()},
                              {"beyond", one.beyond},
                              {"per_hour", orNull(one.perHour)},
                              {"unsure", shareToJson(one.unsure)},
                              {"as_others", shareToJson(one.asOthers)},
                              {"as_gold", shareToJson(one.asGold)},
                              {"changes", one.changes},
                              {"informed", one.informed}});
    json events = json::array();
    for (const EventProgress &event : progress.events)
        events.push_back({{"event", event.event},
                          {"planned", event.planned},
                          {"done", event.done},
                          {"unsure", shareToJson(event.unsure)},
                          {"differing", event.differing}});
    json orders = json::array();
    for (const OrderProgress &order : progress.orders)
        orders.push_back({{"order", order.order},
                          {"ordered", judgedToJson(order.ordered)},
                          {"controls", judgedToJson(order.controls)}});
    return {{"annotators", std::move(annotators)}, {"events", std::move(events)}, {"orders", std::move(orders)}};
}

std::string shareText(const Share &share) {
    char text[40];
    if (share.looked == 0)
        return "-";
    std::snprintf(text, sizeof text, "%.1f (%lld)", 100.0 * share.share, static_cast<long long>(share.looked));
    return text;
}

Result<int> showTeamProgress(const TeamOptions &options, const CommonOptions &common) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    const AuditProgress progress = TAGSCOPE_TRY(auditProgress(project));
    if (common.json) {
        printDocument(progressToJson(progress));
        return kDone;
    }
    std::printf("%-20s %8s %8s %8s %8s %10s %14s %14s %14s %8s %8s\n", "annotator", "planned", "done", "left", "beyond",
                "per hour", "unsure %", "as others %", "as gold %", "changes", "informed");
    for (const AnnotatorProgress &one : progress.annotators)
        std::printf("%-20s %8zu %8zu %8zu %8zu %10s %14s %14s %14s %8zu %8zu\n", one.annotator.c_str(), one.planned,
                    one.done, one.left(), one.beyond,
                    one.perHour ? std::to_string(std::lround(*one.perHour)).c_str() : "-",
                    shareText(one.unsure).c_str(), shareText(one.asOthers).c_str(), shareText(one.asGold).c_str(),
                    one.changes, one.informed);
    std::printf("\n%-32s %8s %8s %14s %8s\n", "event", "planned", "done", "unsure %", "differ");
    for (const EventProgress &event : progress.events)
        std::printf("%-32s %8zu %8zu %14s %8zu\n", event.event.c_str(), event.planned, event.done,
                    shareText(event.unsure).c_str(), event.differing);
    if (progress.orders.empty())
        return kDone;
    std::printf("\nwrong labels among the pairs for which the plans chose their clips:\n");
    printJudgedHead();
    for (const OrderProgress &order : progress.orders) {
        printJudged(order.order, order.ordered);
        printJudged("random controls", order.controls);
    }
    return kDone;
}

json fileToJson(const FileMerge &file) {
    return {{"file", file.file.string()},
            {"verdicts_added", file.report.verdictsAdded},
            {"verdicts_known", file.report.verdictsKnown},
            {"judged_twice", file.report.judgedTwice}};
}

Result<int> mergeAll(const TeamOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    const MergeOptions how(options.leaveOutUnknown ? UnknownPairs::LeaveOut : UnknownPairs::Refuse, options.as);
    const std::vector<FileMerge> merged = TAGSCOPE_TRY(mergeFiles(project, options.files, how, stop));
    const MergeReport sum = sumOf(merged);
    if (sum.judgedTwice > 0)
        spdlog::warn(
            "{} pairs were judged more than once by annotators of the same name, and the later verdict counts. "
            "If they are two people, merge the file of one of them with --as NAME.",
            sum.judgedTwice);
    if (!common.json) {
        printMerge(sum);
        return kDone;
    }
    json report = mergeToJson(sum);
    report["files"] = json::array();
    for (const FileMerge &file : merged)
        report["files"].push_back(fileToJson(file));
    printDocument(report);
    return kDone;
}

// Until an end is asked for, which is no failure here. What comes is told as it comes; as JSON, all of it at the end.
Result<int> watchFolder(const TeamOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    constexpr std::chrono::milliseconds kBetweenLooks{1000};
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    WatchedFolder watched(options.watch,
                          {options.leaveOutUnknown ? UnknownPairs::LeaveOut : UnknownPairs::Refuse, options.as});
    json report{{"folder", options.watch.string()}, {"files", json::array()}, {"refused", json::array()}};
    for (; !stop.stop_requested(); rest(kBetweenLooks, stop)) {
        const Result<FolderNews> news = watched.look(project, stop);
        if (!news && news.error().isCancelled())
            break;
        if (!news)
            return tl::unexpected(news.error());
        for (const FileMerge &file : news->merged) {
            report["files"].push_back(fileToJson(file));
            if (!common.json) {
                std::printf("%s: %zu verdicts added, %zu known\n", file.file.filename().c_str(),
                            file.report.verdictsAdded, file.report.verdictsKnown);
                std::fflush(stdout);
            }
        }
        for (const FolderNews::Refusal &refusal : news->refused) {
            spdlog::warn("{}", refusal.error.what());
            report["refused"].push_back({{"file", refusal.file.string()}, {"error", refusal.error.what()}});
        }
    }
    if (common.json)
        printDocument(report);
    return kDone;
}

CLI::App *addOne(CLI::App &audit, const char *name, const char *about, TeamOptions &options) {
    CLI::App *command = audit.add_subcommand(name, about);
    command->add_option("PROJECT", options.project, "The project file")->required();
    return command;
}

void addPlan(CLI::App &audit, const std::shared_ptr<TeamOptions> &options, ChosenCommand &chosen) {
    CLI::App *command =
        addOne(audit, "plan",
               "Deal the clips out to annotators: a task file for each, with all labels of a clip on a page", *options);
    PlanOptions &plan = options->plan;
    command->add_option("--annotators", plan.annotators, "Their names, separated by commas")
        ->required()
        ->delimiter(',');
    command->add_option("--pages", plan.pages, "Clips for each annotator")->capture_default_str();
    command->add_option("--overlap", options->overlap, "The share of them that every annotator gets")
        ->capture_default_str();
    command->add_option("--gold", options->gold, "The share of them whose answers are known; only the lead sees which")
        ->capture_default_str();
    std::vector<std::string> orders;
    for (std::size_t i = 0; i < kQueueOrders; ++i)
        orders.emplace_back(nameOf(static_cast<QueueOrder>(i)));
    command->add_option("--order", options->order, "The order by which clips are chosen; no task says which")
        ->check(CLI::IsMember(orders))
        ->capture_default_str();
    command->add_option("--stages", options->stages, "What is asked, one after the other")
        ->delimiter(',')
        ->check(CLI::IsMember({"sound", "pictures", "model-output"}))
        ->capture_default_str();
    command->add_flag("--new-events", plan.mayAddEvents,
                      "Annotators may name events that are heard and that the project does not have");
    command->add_option("--event", options->event, "Only clips with pairs of this event");
    command->add_option("--split", plan.split, "Only clips of this split");
    command
        ->add_option("--control-every", plan.queue.controlEvery,
                     "One pair of the order in this many is drawn at random; 0: none")
        ->capture_default_str();
    command->add_option("-o,--out", options->out, "The folder for the task files")->capture_default_str();
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return makeAPlan(*options, common, stop);
        };
    });
}

void addProgress(CLI::App &audit, const std::shared_ptr<TeamOptions> &options, ChosenCommand &chosen) {
    addOne(audit, "progress", "How far each annotator is, and how they answer", *options)->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) {
            return showTeamProgress(*options, common);
        };
    });
}

void addMerge(CLI::App &audit, const std::shared_ptr<TeamOptions> &options, ChosenCommand &chosen) {
    CLI::App *command = addOne(audit, "merge", "Add the verdicts of tasks, of other projects and of tables", *options);
    CLI::Option *files =
        command->add_option("FILES", options->files, "They are not changed; all of them are taken, or none");
    command
        ->add_option("--watch", options->watch,
                     "A folder: what comes into it is merged as it comes, each file by itself, until Ctrl+C")
        ->excludes(files);
    command->add_flag("--leave-out-unknown", options->leaveOutUnknown,
                      "Leave out verdicts on clips and events that PROJECT does not have");
    command->add_option("--as", options->as, "The annotator's name in PROJECT, where another has the same");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) -> Result<int> {
            if (!options->watch.empty())
                return watchFolder(*options, common, stop);
            if (options->files.empty()) {
                spdlog::error("Name the files to merge, or a folder with --watch.");
                return kWrongUsage;
            }
            return mergeAll(*options, common, stop);
        };
    });
}

} // namespace

void addTeamCommands(CLI::App &audit, ChosenCommand &chosen) {
    const auto options = std::make_shared<TeamOptions>();
    addPlan(audit, options, chosen);
    addProgress(audit, options, chosen);
    addMerge(audit, options, chosen);
}

} // namespace tagscope::cli
