// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"

#include "core/base/try.h"
#include "core/project/clip_ids.h"
#include "core/project/event_edit.h"
#include "core/project/project_summary.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <spdlog/spdlog.h>

// `project events` and `project labels`: what is usually imported, by hand.
namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct EventOptions {
    std::string project;
    std::string action;
    std::string event;
    std::string name; // the new one
    std::optional<std::string> words;
    std::optional<std::string> mid;
};

struct LabelOptions {
    std::string project;
    std::string action;
    std::string event;
    std::vector<std::string> clips;
    std::optional<std::string> split;
};

Result<int> listEvents(const Project &project, const CommonOptions &common) {
    const ProjectSummary summary = TAGSCOPE_TRY(summaryOf(project));
    json events = json::array();
    for (std::size_t k = 0; k < project.classes().size(); ++k) {
        const EventClass &event = project.classes()[k];
        std::size_t labels = 0;
        for (const SplitSummary &split : summary.splits)
            labels += split.labels[k];
        events.push_back({{"name", event.name}, {"mid", event.mid}, {"words", event.words}, {"labels", labels}});
        if (!common.json)
            std::printf("%-36s %-12s %9zu labels  %s\n", event.name.c_str(), event.mid.c_str(), labels,
                        joinedWords(event.words).c_str());
    }
    if (common.json)
        printDocument({{"project", project.file().string()}, {"events", std::move(events)}});
    return kDone;
}

Result<EventEdit> wantedEdit(const Project &project, const EventOptions &options) {
    if (options.action == "remove")
        return eventRemoved(project, options.event);
    EventClass event;
    if (options.action == "add") {
        event.name = options.event;
        event.words = {options.event};
    } else {
        const std::optional<std::size_t> place = eventNamed(project.classes(), options.event);
        if (place)
            event = project.classes()[*place];
        if (!options.name.empty())
            event.name = options.name;
    }
    if (options.words)
        event.words = wordsIn(*options.words);
    if (options.mid)
        event.mid = *options.mid;
    return options.action == "add" ? Result<EventEdit>(eventAdded(project, event))
                                   : eventChanged(project, options.event, event);
}

Result<int> editEvents(const EventOptions &options, const CommonOptions &common) {
    if (options.action == "list")
        return Project::open(options.project, Project::Access::ReadOnly).and_then([&common](const Project &project) {
            return listEvents(project, common);
        });
    if (options.event.empty() || (options.action == "rename" && options.name.empty()) ||
        (options.action == "words" && !options.words && !options.mid)) {
        spdlog::error("project events {} needs {}.", options.action,
                      options.event.empty()        ? "an event"
                      : options.action == "rename" ? "the new name"
                                                   : "--words or --mid");
        return kWrongUsage;
    }
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    const std::vector<EventClass> before = project.classes();
    const EventEdit edit = TAGSCOPE_TRY(wantedEdit(project, options));
    TAGSCOPE_TRY(project.editEvents(edit));
    const ProjectSummary summary = TAGSCOPE_TRY(summaryOf(project));
    const bool isVideoStale =
        makesVideoStale(edit, before) &&
        std::ranges::any_of(summary.sources, [](const SourceSummary &of) { return of.source.branch == Branch::Video; });
    if (isVideoStale)
        spdlog::warn("The video probabilities were made for other events; tagscope-cli video {} makes them anew.",
                     options.project);
    if (common.json)
        printDocument({{"project", project.file().string()},
                       {"events", namesOf(project.classes())},
                       {"stale", isVideoStale ? json::array({"video"}) : json::array()}});
    else
        std::printf("%s: %zu events.\n", project.file().c_str(), project.classes().size());
    return kDone;
}

Result<std::vector<ClipId>> wantedClips(const Project &project, const LabelOptions &options) {
    if (options.split) {
        const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(*options.split));
        return idsOf(clips);
    }
    std::vector<ClipId> ids;
    for (const std::string &name : options.clips) {
        const std::optional<Clip> clip = TAGSCOPE_TRY(project.clipNamed(name));
        if (!clip)
            return fail(Error::Kind::Inconsistent, {"exchange.not_a_clip", name, project.file()});
        ids.push_back(clip->id);
    }
    return ids;
}

Result<int> editLabels(const LabelOptions &options, const CommonOptions &common) {
    if (options.clips.empty() == !options.split.has_value()) {
        spdlog::error("project labels needs either clips or --split.");
        return kWrongUsage;
    }
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    const std::optional<std::size_t> event = eventNamed(project.classes(), options.event);
    if (!event)
        return fail(Error::Kind::Inconsistent, {"project.no_event_named", options.event});
    const std::vector<ClipId> clips = TAGSCOPE_TRY(wantedClips(project, options));
    const bool isGiven = options.action == "give";
    const std::vector<ClipId> changed = TAGSCOPE_TRY(isGiven ? giveLabel(project, static_cast<int>(*event), clips)
                                                             : takeLabel(project, static_cast<int>(*event), clips));
    if (common.json)
        printDocument({{"project", project.file().string()},
                       {"event", options.event},
                       {"clips", clips.size()},
                       {"changed", changed.size()}});
    else
        std::printf("%s: the label \"%s\" was %s %zu of %zu clips.\n", project.file().c_str(), options.event.c_str(),
                    isGiven ? "given to" : "taken from", changed.size(), clips.size());
    return kDone;
}

} // namespace

void addProjectEditCommands(CLI::App &project, ChosenCommand &chosen) {
    const auto events = std::make_shared<EventOptions>();
    CLI::App *event = project.add_subcommand("events", "The events of a project, and other ones");
    event->add_option("PROJECT", events->project, "A project file")->required();
    event->add_option("ACTION", events->action, "list, add, rename, words (other words or id), remove")
        ->required()
        ->check(CLI::IsMember({"list", "add", "rename", "words", "remove"}));
    event->add_option("EVENT", events->event, "The event; one is removed only where nothing refers to it");
    event->add_option("NAME", events->name, "rename: its new name");
    event->add_option("--words", events->words, "Words whose vectors stand for it, separated by \" / \"");
    event->add_option("--mid", events->mid, "Its AudioSet id");
    event->callback([events, &chosen] {
        chosen = [events](const CommonOptions &common, const std::stop_token &) { return editEvents(*events, common); };
    });

    const auto labels = std::make_shared<LabelOptions>();
    CLI::App *label = project.add_subcommand("labels", "Gives clips a weak label, or takes it from them");
    label->add_option("PROJECT", labels->project, "A project file")->required();
    label->add_option("ACTION", labels->action, "give or take")->required()->check(CLI::IsMember({"give", "take"}));
    label->add_option("EVENT", labels->event, "The event")->required();
    label->add_option("CLIPS", labels->clips, "Names of clips");
    label->add_option("--split", labels->split, "All clips of this split");
    label->callback([labels, &chosen] {
        chosen = [labels](const CommonOptions &common, const std::stop_token &) { return editLabels(*labels, common); };
    });
}

} // namespace tagscope::cli
