// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_publish.h"

#include "figures.h"

#include "core/audit/publish.h"
#include "core/base/try.h"

#include <cstdio>
#include <filesystem>
#include <memory>

namespace tagscope::cli {
namespace {

struct AuditToPublish {
    std::string project;
    std::filesystem::path folder;
    std::string rule{nameOf(TruthRule::Majority)};
    PublishOptions options;
};

Result<int> publish(AuditToPublish what, const CommonOptions &common, const std::stop_token &stop) {
    const Project project = TAGSCOPE_TRY(Project::open(what.project, Project::Access::ReadOnly));
    what.options.rule = *truthRuleNamed(what.rule);
    what.options.programVersion = TAGSCOPE_VERSION;
    const Published published = TAGSCOPE_TRY(publishAudit(project, what.options, what.folder, stop));
    if (common.json) {
        printDocument({{"folder", what.folder.string()},
                       {"files", published.files},
                       {"labels", published.labels},
                       {"changed", published.changed},
                       {"undecided", published.undecided}});
        return kDone;
    }
    std::printf("%s: %zu labels, %zu of them changed; %zu judged pairs undecided\n", what.folder.string().c_str(),
                published.labels, published.changed, published.undecided);
    return kDone;
}

} // namespace

void addPublishCommand(CLI::App &audit, ChosenCommand &chosen) {
    const auto what = std::make_shared<AuditToPublish>();
    CLI::App *command =
        audit.add_subcommand("publish", "Corrected labels, votes, agreement and the method as a folder for others");
    command->add_option("PROJECT", what->project, "The project file")->required();
    command->add_option("DIR", what->folder, "The folder, which is not there yet")->required();
    command
        ->add_option("--creator", what->options.creators,
                     "Who is to be cited, such as \"Doe, Jane\"; can be given often")
        ->required();
    command->add_option("--title", what->options.title, "Default: by the project's name");
    command->add_option("--licence", what->options.licence, "Of the labels, as SPDX names it")->capture_default_str();
    command->add_option("--method", what->rule, "By which votes become labels")
        ->check(CLI::IsMember({"unanimous", "majority", "dawid-skene"}))
        ->capture_default_str();
    command->callback([what, &chosen] {
        chosen = [what](const CommonOptions &common, const std::stop_token &stop) {
            return publish(*what, common, stop);
        };
    });
}

} // namespace tagscope::cli
