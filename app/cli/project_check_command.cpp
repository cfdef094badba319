// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"

#include "core/base/try.h"
#include "core/project/project_check.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct CheckOptions {
    std::string project;
    bool isRepaired = false;
};

constexpr std::array<const char *, 6> kKinds{"schema", "page", "row", "project", "journal", "link"};

json findingsToJson(const ProjectCheck &check) {
    json all = json::array();
    for (const ProjectFinding &finding : check.findings)
        all.push_back({{"kind", kKinds.at(static_cast<std::size_t>(finding.kind))},
                       {"table", finding.table.empty() ? json() : json(finding.table)},
                       {"rows", finding.table.empty() ? json() : json(finding.count)},
                       {"what", englishText(finding.what)},
                       {"mended_by_repair", finding.isMended && check.isMendable()}});
    return all;
}

Result<int> check(const CheckOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    ProjectRepair repair;
    if (options.isRepaired) {
        repair = TAGSCOPE_TRY(repairProject(options.project, stop));
    } else {
        repair.found = TAGSCOPE_TRY(checkProject(options.project, stop));
    }
    const bool isRepaired = !repair.kept.empty();
    const auto left = std::ranges::count_if(repair.found.findings, [isRepaired](const ProjectFinding &finding) {
        return !isRepaired || !finding.isMended;
    });
    if (common.json) {
        printDocument({{"project", options.project},
                       {"version", repair.found.version},
                       {"sound", repair.found.isSound()},
                       {"findings", findingsToJson(repair.found)},
                       {"repaired", isRepaired},
                       {"kept", isRepaired ? json(repair.kept.string()) : json()},
                       {"left", left}});
        return left == 0 ? kDone : kFailed;
    }
    for (const ProjectFinding &finding : repair.found.findings)
        std::printf("%s%s\n", englishText(finding.what).c_str(), isRepaired && finding.isMended ? " (mended)" : "");
    if (repair.found.isSound())
        std::printf("%s is sound.\n", options.project.c_str());
    else if (isRepaired)
        std::printf("%s was repaired; as it was it is kept in %s.\n", options.project.c_str(), repair.kept.c_str());
    else if (repair.found.isMendable())
        std::printf("%s can be repaired, with a copy kept: tagscope-cli project check --repair %s\n",
                    options.project.c_str(), options.project.c_str());
    return left == 0 ? kDone : kFailed;
}

} // namespace

void addProjectCheckCommand(CLI::App &project, ChosenCommand &chosen) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App *command = project.add_subcommand(
        "check", "All that is wrong with a project file, such as one from a stranger, without opening it");
    command->add_option("PROJECT", options->project, "A project file")->required();
    command->add_flag("--repair", options->isRepaired,
                      "Put one in its place with all of it that can be a project's; as it was it is kept beside it");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return check(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
