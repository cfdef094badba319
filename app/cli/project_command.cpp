// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "project_report.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/exchange/import_scores.h"
#include "core/project/branch_choice.h"
#include "core/project/snapshot.h"
#include "core/tagging/tagger_classes.h"

#include <cstdio>
#include <memory>
#include <optional>

namespace tagscope::cli {
namespace {

struct ProjectOptions {
    std::string project;
    std::string classes;
    double clipSeconds = 10.0;
    std::optional<std::string> audio;
    std::optional<std::string> video;
    std::string target;
};

Result<int> create(const ProjectOptions &options, const CommonOptions &common) {
    const std::vector<EventClass> classes = TAGSCOPE_TRY(readEventsOrTagger(options.classes));
    const Project project = TAGSCOPE_TRY(Project::create(options.project, classes, Seconds(options.clipSeconds)));
    if (common.json)
        printDocument({{"project", project.file().string()},
                       {"clip_seconds", project.clipDuration().count()},
                       {"classes", project.classes().size()}});
    else
        std::printf("%s has been created: %zu classes, clips of %g s.\n", project.file().c_str(),
                    project.classes().size(), project.clipDuration().count());
    return kDone;
}

Result<int> info(const ProjectOptions &options, const CommonOptions &common) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    if (!common.json) {
        TAGSCOPE_TRY(printProject(project));
        return kDone;
    }
    const nlohmann::ordered_json document = TAGSCOPE_TRY(projectToJson(project));
    printDocument(document);
    return kDone;
}

Result<int> snapshot(const ProjectOptions &options, const CommonOptions &common) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    TAGSCOPE_TRY(takeSnapshot(project, options.target));
    if (common.json)
        printDocument({{"project", project.file().string()}, {"snapshot", options.target}});
    else
        std::printf("%s is a read-only copy of %s for workers; their results go to %s.\n", options.target.c_str(),
                    project.file().c_str(), project.dataDirectory().c_str());
    return kDone;
}

// Which sources there are, and whose scores the branches have.
Result<int> branches(const ProjectOptions &options, const CommonOptions &common) {
    if (options.audio || options.video) {
        Project project = TAGSCOPE_TRY(Project::open(options.project));
        TAGSCOPE_TRY(chooseBranches(project, options.audio, options.video));
    }
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
    const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(kBranchSetting));
    const BranchChoice choice = branchChoiceIn(setting.value_or("{}"));
    nlohmann::ordered_json listed = nlohmann::ordered_json::array();
    for (const ScoreSource &source : sources) {
        const bool isVideo = source.branch == Branch::Video;
        const bool isChosen = source.name == (isVideo ? choice.video : choice.audio);
        const std::optional<std::string> origin = TAGSCOPE_TRY(project.setting(originSetting(source)));
        listed.push_back({{"branch", isVideo ? "video" : "audio"},
                          {"name", source.name},
                          {"chosen", isChosen},
                          {"imported", origin ? foreignJson<nlohmann::ordered_json>(*origin) : nullptr}});
        if (!common.json)
            std::printf("%s %s  %s%s\n", isChosen ? "*" : " ", isVideo ? "video" : "audio", source.name.c_str(),
                        origin ? "  (imported)" : "");
    }
    if (common.json)
        printDocument({{"project", options.project}, {"sources", std::move(listed)}});
    return kDone;
}

} // namespace

void addProjectCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ProjectOptions>();
    CLI::App *project = program.add_subcommand("project", "The project file");
    project->require_subcommand(1);
    project->fallthrough();

    CLI::App *making = project->add_subcommand("new", "Create a project without clips");
    making->add_option("PROJECT", options->project, "The file to create, such as street.tagscope")->required();
    making
        ->add_option("--classes", options->classes,
                     "Its events: a list (TSV, as resources/classes has them), or a tagger's description (.json)")
        ->required();
    making->add_option("--clip-seconds", options->clipSeconds, "How long a whole clip is")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    making->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) { return create(*options, common); };
    });

    CLI::App *sources = project->add_subcommand("branches", "The sources of scores; whose the branches have");
    sources->add_option("PROJECT", options->project, "A project file")->required();
    sources->add_option("--audio", options->audio, "The audio branch has the scores of this source from now on");
    sources->add_option("--video", options->video, "The same of the video branch");
    sources->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) { return branches(*options, common); };
    });

    CLI::App *copy = project->add_subcommand("snapshot", "A read-only copy for workers on other machines");
    copy->add_option("PROJECT", options->project, "A project file")->required();
    copy->add_option("OUT", options->target, "The copy to make, such as street-jobs.tagscope")->required();
    copy->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) { return snapshot(*options, common); };
    });

    CLI::App *summary = project->add_subcommand("info", "What a project holds");
    summary->add_option("PROJECT", options->project, "A project file")->required();
    summary->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) { return info(*options, common); };
    });
    addProjectCheckCommand(*project, chosen);
    addProjectEditCommands(*project, chosen);
}

} // namespace tagscope::cli
