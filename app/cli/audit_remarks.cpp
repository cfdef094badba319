// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_remarks.h"

#include "figures.h"

#include "core/audit/remarks.h"
#include "core/base/try.h"

#include <cstdio>
#include <map>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct RemarkOptions {
    std::string project;
    std::vector<std::string> accepted;
    std::vector<std::string> taken; // NAME=EVENT
    std::vector<std::string> dismissed;
    std::vector<std::string> clips; // whose flags are settled
    std::string lead{"lead"};

    [[nodiscard]] bool isAsking() const {
        return accepted.empty() && taken.empty() && dismissed.empty() && clips.empty();
    }
};

// The last "=" parts them: events' names have none.
Result<NewEventDecision> decisionIn(const std::string &text, const RemarkOptions &options, const Project &project) {
    const std::size_t at = text.rfind('=');
    NewEventDecision decision{text.substr(0, at), at == std::string::npos ? std::string() : text.substr(at + 1),
                              options.lead};
    if (!eventNamed(project.classes(), decision.event))
        return fail(Error::Kind::Inconsistent, {"audit.no_such_event", decision.event});
    return decision;
}

Result<void> settle(Project &project, const RemarkOptions &options) {
    std::vector<NewEventDecision> decisions;
    for (const std::string &name : options.accepted)
        decisions.push_back({name, name, options.lead});
    for (const std::string &name : options.dismissed)
        decisions.push_back({name, "", options.lead});
    for (const std::string &text : options.taken) {
        NewEventDecision decision = TAGSCOPE_TRY(decisionIn(text, options, project));
        decisions.push_back(std::move(decision));
    }
    std::vector<ClipId> clips;
    for (const std::string &name : options.clips) {
        const std::optional<Clip> clip = TAGSCOPE_TRY(project.clipNamed(name));
        if (!clip)
            return fail(Error::Kind::Inconsistent, {"exchange.not_a_clip", name, project.file()});
        clips.push_back(clip->id);
    }
    for (const NewEventDecision &decision : decisions) {
        const AuditImportReport report = TAGSCOPE_TRY(settleNewEvent(project, decision));
        spdlog::info("{}: {} verdicts.", decision.word, report.verdicts.size());
    }
    if (!clips.empty())
        TAGSCOPE_TRY(settleFlags(project, clips, options.lead));
    return {};
}

Result<int> showRemarks(const RemarkOptions &options, const CommonOptions &common) {
    Project project = TAGSCOPE_TRY(
        Project::open(options.project, options.isAsking() ? Project::Access::ReadOnly : Project::Access::ReadWrite));
    TAGSCOPE_TRY(settle(project, options));
    const std::vector<Remark> history = TAGSCOPE_TRY(project.remarkHistory());
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::map<ClipId, std::string> names;
    for (const Clip &clip : clips)
        names.emplace(clip.id, clip.name);
    json rows = json::array();
    for (const Remark &remark : openRemarks(history))
        rows.push_back({{"clip", names[remark.clip]},
                        {"remark", nameOf(remark.kind)},
                        {"event", remark.word},
                        {"annotator", remark.annotator},
                        {"stage", nameOf(remark.stage)},
                        {"note", remark.note},
                        {"time", isoTime(remark.time)}});
    if (common.json) {
        printDocument({{"remarks", std::move(rows)}});
        return kDone;
    }
    for (const json &row : rows) {
        const auto text = [&row](const char *key) { return row[key].get<std::string>(); };
        std::printf("%-10s %-24s %-20s %-16s %s\n", text("remark").c_str(), text("event").c_str(), text("clip").c_str(),
                    text("annotator").c_str(), text("note").c_str());
    }
    if (rows.empty())
        std::printf("Nothing is flagged, and no new event is open.\n");
    return kDone;
}

} // namespace

void addRemarksCommand(CLI::App &audit, ChosenCommand &chosen) {
    const auto options = std::make_shared<RemarkOptions>();
    CLI::App *command = audit.add_subcommand(
        "remarks", "What annotators flagged, and events that they hear and the project does not have");
    command->add_option("PROJECT", options->project, "The project file")->required();
    command->add_option("--accept", options->accepted, "A new event becomes one of the project's");
    command->add_option("--take", options->taken, "NAME=EVENT: what is heard is an event that the project has");
    command->add_option("--dismiss", options->dismissed, "A new event is not to be one");
    command->add_option("--done", options->clips, "A clip whose flags are settled");
    command->add_option("--lead", options->lead, "Who decides")->capture_default_str();
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) {
            return showRemarks(*options, common);
        };
    });
}

} // namespace tagscope::cli
