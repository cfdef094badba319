// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/base/try.h"
#include "figures.h"

#include "core/base/message_texts.h"
#include "core/exchange/export.h"
#include "core/training/activation_export.h"

#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

struct ExportOptions {
    std::string project;
    std::string format;
    std::string what = "tags";
    std::string split;
    std::string point;
    std::string scores = "fused";
    std::string run;
    std::string source;
    std::string annotator;
    std::string join;
    std::string output;
    double above = 0.5;
    bool forSpreadsheets = false;
};

Result<int> exportProject(const ExportOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    ExportRequest request;
    request.content = *exportContentNamed(options.what);
    request.format = options.format;
    request.split = options.split;
    request.point = options.point;
    request.scores = options.scores == "audio"   ? ScoreKind::Audio
                     : options.scores == "video" ? ScoreKind::Video
                                                 : ScoreKind::Fused;
    request.annotator = options.annotator;
    request.source = options.source;
    if (!options.source.empty() && request.scores == ScoreKind::Fused)
        request.scores = ScoreKind::Audio;
    if (!options.join.empty())
        request.join = options.join == "union"      ? RegionJoin::Union
                       : options.join == "majority" ? RegionJoin::Majority
                                                    : RegionJoin::Apart;
    request.programVersion = TAGSCOPE_VERSION;
    if (!isOffered(request.content, request.format)) {
        spdlog::error("--what {} cannot be exported as {}.", options.what, options.format);
        return kWrongUsage;
    }
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    request.threshold = options.above;
    request.forSpreadsheets = options.forSpreadsheets;
    if (request.content == ExportContent::Activations || request.content == ExportContent::Detections) {
        request.activations = TAGSCOPE_TRY(activationsFor(project, request, options.run));
    }
    const ExportOutcome outcome = TAGSCOPE_TRY(exportFrom(project, request, options.output, {}, stop));
    for (const std::string &note : englishTexts(outcome.notes))
        spdlog::warn("{}", note);
    if (!outcome.without.empty())
        spdlog::warn("{} clips have nothing to write, such as {}.", outcome.without.size(), outcome.without.front());
    if (common.json)
        printDocument({{"output", options.output},
                       {"what", options.what},
                       {"format", options.format},
                       {"clips", outcome.clips},
                       {"files", outcome.files},
                       {"without", outcome.without},
                       {"notes", englishTexts(outcome.notes)}});
    else
        std::printf("%s of %zu clips written to %s.\n", options.what.c_str(), outcome.clips, options.output.c_str());
    return kDone;
}

std::vector<std::string> idsOf(const std::vector<ExportFormat> &formats) {
    std::vector<std::string> ids;
    for (const ExportFormat &format : formats)
        ids.emplace_back(format.id);
    return ids;
}

std::string formatHelp() {
    std::vector<ExportFormat> directories = exportFormats();
    std::erase_if(directories, [](const ExportFormat &format) { return format.layout == ExportFormat::Layout::List; });
    return CLI::detail::join(idsOf(directories), ", ") + " make a directory";
}

std::string contentHelp() {
    std::string help;
    for (const std::string_view name : exportContentNames())
        help += (help.empty() ? "" : "; ") + std::string(name) + ": " +
                CLI::detail::join(idsOf(formatsOf(*exportContentNamed(name))), ", ");
    return help;
}

} // namespace

void addExportCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App *command =
        program.add_subcommand("export", "Labels, tags, scores, activations, verdicts and regions, for use elsewhere");
    command->add_option("PROJECT", options->project, "The project file")->required();
    command->add_option("--format", options->format, formatHelp())
        ->check(CLI::IsMember(idsOf(exportFormats())))
        ->required();
    command->add_option("-o,--output", options->output, "The file, or a new or empty directory")->required();
    command
        ->add_option("--what", options->what,
                     contentHelp() +
                         ". From the audit: corrected (the labels as it leaves them), patch (the labels "
                         "that it changes, and why), verdicts (those that count), history (all of them), "
                         "regions (marked; sed_scores_eval: ground truth and durations). detections: regions whose "
                         "activations are above --above; missing: addresses of media that are not there")
        ->check(CLI::IsMember(exportContentNames()))
        ->capture_default_str();
    command->add_option("--split", options->split, "Only the clips of this split");
    command->add_option("--operating-point", options->point,
                        "For tags and scores; default: the newest of audio + video, else of audio or video");
    command->add_option("--scores", options->scores, "Which scores: audio, video or fused")
        ->check(CLI::IsMember({"audio", "video", "fused"}))
        ->capture_default_str();
    command->add_option("--source", options->source,
                        "scores: those of this source as they are, whatever operating points there are; of audio, or "
                        "with --scores video");
    command->add_option("--annotator", options->annotator, "Whose regions; default: everyone's, joined by --join");
    command
        ->add_option("--join", options->join,
                     "Regions of one event by several annotators: union (where they overlap or touch; the default), "
                     "majority, or apart")
        ->check(CLI::IsMember({"union", "majority", "apart"}));
    command->add_option("--above", options->above, "For detections: the activation above which an event is detected")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option(
        "--run", options->run,
        "Whose activations, of a run or an imported source; default: those of the operating point's run");
    command->add_flag("--for-spreadsheets", options->forSpreadsheets,
                      "csv: an apostrophe before each name that a spreadsheet would run as a formula; without it names "
                      "are written as they are");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return exportProject(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
