// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/base/try.h"
#include "figures.h"

#include "core/base/atomic_file.h"
#include "core/base/file_content.h"
#include "core/project/operating_points.h"

#include <cstdio>
#include <memory>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct PointsOptions {
    std::string project;
    std::string file;
    std::vector<std::string> names;
    std::string chosen;
};

json rowOf(const NamedOperatingPoint &point, bool isChosen) {
    json row{{"name", point.name},
             {"method", point.method},
             {"tuned_on", point.tunedOn},
             {"audio", point.audioSource},
             {"video", point.videoSource},
             {"micro_f1", point.microF1},
             {"cross_validated_micro_f1", point.crossValidatedF1 ? json(*point.crossValidatedF1) : json()},
             {"interval", point.interval ? intervalToJson(*point.interval) : json()},
             {"seed", point.seed},
             {"created", point.created},
             {"chosen", isChosen}};
    return row;
}

Result<int> listPoints(const PointsOptions &options, const CommonOptions &common) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    const PointList list = TAGSCOPE_TRY(pointList(project));
    const auto isChosen = [&](const NamedOperatingPoint &point) { return point.name == list.chosen; };
    if (common.json) {
        json rows = json::array();
        for (const NamedOperatingPoint &point : list.points)
            rows.push_back(rowOf(point, isChosen(point)));
        printDocument({{"points", std::move(rows)}});
        return kDone;
    }
    for (const NamedOperatingPoint &point : list.points)
        std::printf("%s %-28s %-11s %-11s micro F1 %5.1f %%  %s\n", isChosen(point) ? "*" : " ", point.name.c_str(),
                    point.method.c_str(), point.tunedOn.empty() ? "-" : point.tunedOn.c_str(), 100 * point.microF1,
                    point.created.c_str());
    return kDone;
}

Result<int> exportTo(const PointsOptions &options) {
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    std::vector<std::string> names = options.names;
    if (names.empty()) {
        const std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
        for (const NamedOperatingPoint &point : points)
            names.push_back(point.name);
    }
    const std::string document = TAGSCOPE_TRY(exportPoints(project, names));
    if (options.file.empty()) {
        std::fwrite(document.data(), 1, document.size(), stdout);
        return kDone;
    }
    TAGSCOPE_TRY(writeFileAtomically(options.file, document));
    return kDone;
}

Result<int> importFrom(const PointsOptions &options, const CommonOptions &common) {
    const std::string document = TAGSCOPE_TRY(readWholeFile(options.file));
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    const std::vector<std::string> names = TAGSCOPE_TRY(importPoints(project, document));
    if (common.json)
        printDocument({{"imported", names}});
    else
        for (const std::string &name : names)
            std::printf("%s\n", name.c_str());
    return kDone;
}

Result<int> choose(const PointsOptions &options) {
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    TAGSCOPE_TRY(choosePoint(project, options.chosen));
    return kDone;
}

} // namespace

void addPointsCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<PointsOptions>();
    CLI::App *points = program.add_subcommand("points", "The operating points of a project");
    points->require_subcommand(1);
    points->fallthrough();
    const auto add = [&](const char *name, const char *what,
                         Result<int> (*work)(const PointsOptions &, const CommonOptions &)) {
        CLI::App *command = points->add_subcommand(name, what);
        command->add_option("PROJECT", options->project, "The project file")->required();
        command->callback([options, &chosen, work] {
            chosen = [options, work](const CommonOptions &common, const std::stop_token &) {
                return work(*options, common);
            };
        });
        return command;
    };
    add("list", "Names, origins and how good they are; * marks the one applied to the project's clips", listPoints);
    CLI::App *exporting = add("export", "As JSON, with what produced their scores",
                              [](const PointsOptions &own, const CommonOptions &) { return exportTo(own); });
    exporting->add_option("NAMES", options->names, "Default: all");
    exporting->add_option("-o,--output", options->file, "Default: standard output");
    CLI::App *importing = add("import", "From what export wrote, for a project with the same events", importFrom);
    importing->add_option("FILE", options->file, "What export wrote")->required();
    CLI::App *choosing = add("choose", "Which one is applied to the project's clips in the window",
                             [](const PointsOptions &own, const CommonOptions &) { return choose(own); });
    choosing->add_option("NAME", options->chosen, "Default: the newest for audio and video");
}

} // namespace tagscope::cli
