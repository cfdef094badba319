// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "import_scores.h"
#include "progress_line.h"
#include "project_report.h"

#include "core/base/message_texts.h"
#include "core/base/try.h"
#include "core/exchange/import.h"
#include "core/exchange/import_audit.h"
#include "core/exchange/import_dcase.h"
#include "core/exchange/media_folder.h"
#include "core/formats/region_format.h"
#include "core/tagging/tagger_classes.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <optional>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

struct ImportOptions {
    std::string project;
    std::string format;
    std::string media;
    std::string classes;
    std::string annotator;
    std::string what;
    std::string split;
    std::string clip;
    std::string labelColumn;
    std::string labelMap;
    std::string encoding;
    bool isDryRun = false;
    std::vector<std::string> lists;
    std::optional<double> clipSeconds;
    std::optional<std::size_t> validation; // nothing: as the paper for its lists, else none
    bool areLabelsFromSubfolders = false;
    bool addsEvents = false;
    ScoreImportOptions scores;
};

constexpr double kDefaultClipSeconds = 10.0;

// One list, whose paths lie beside it, and whose labels may be the classes.
bool isClipList(const ImportOptions &options) {
    return options.format == "csv" || options.format == "huggingface";
}

ImportRequest requestOf(const ImportOptions &options, const CommonOptions &common) {
    ImportRequest request;
    request.format = importFormatNamed(options.format);
    request.media = options.media;
    if (request.format == ImportFormat::Folder)
        request.media = options.lists.front();
    else
        request.lists.assign(options.lists.begin(), options.lists.end());
    request.split = options.split;
    request.validationClips =
        options.validation.value_or(request.format == ImportFormat::Dcase2017 ? kPaperValidationClips : 0);
    request.areLabelsFromSubfolders = options.areLabelsFromSubfolders;
    request.addsEvents = options.addsEvents;
    request.seed = common.seed;
    return request;
}

// Options that only a new project can have must not be passed over in silence.
Result<void> checkAgainst(const Project &project, const ImportOptions &options) {
    if (options.clipSeconds && Seconds(*options.clipSeconds) != project.clipDuration())
        return fail(Error::Kind::Inconsistent, {"app.other_clip_length", project.file()});
    if (options.classes.empty())
        return {};
    const std::vector<EventClass> classes = TAGSCOPE_TRY(readEventsOrTagger(options.classes));
    if (classes != project.classes())
        return fail(Error::Kind::Inconsistent, {"app.other_classes", project.file(), options.classes});
    return {};
}

Result<ImportReport> fill(const ImportOptions &options, const CommonOptions &common, bool isNew,
                          const std::stop_token &stop) {
    ProgressLine line("import", 1, common.quiet);
    const Progress progress = [&line](double fraction, std::string_view stage) { line.show(fraction, stage); };
    const ImportRequest request = requestOf(options, common);
    if (isNew) {
        std::vector<EventClass> classes;
        if (!options.classes.empty())
            classes = TAGSCOPE_TRY(readEventsOrTagger(options.classes));
        return createProject({.file = options.project,
                              .classes = std::move(classes),
                              .areClassesOfList = isClipList(options) || options.areLabelsFromSubfolders,
                              .clipDuration = Seconds(options.clipSeconds.value_or(kDefaultClipSeconds)),
                              .import = request},
                             progress, stop);
    }
    return Project::open(options.project).and_then([&](Project project) {
        return checkAgainst(project, options).and_then([&] { return importInto(project, request, progress, stop); });
    });
}

void print(const Project &project, const ImportOptions &options, const ImportReport &report,
           const ProjectSummary &summary) {
    std::printf("%s: %zu clips added, %zu already present; %zu without media%s.\n", project.file().c_str(),
                report.added, report.known, report.missing,
                report.missing > 0 && options.media.empty() && !isClipList(options) ? " (see --media)" : "");
    if (report.drawn > 0)
        std::printf("%zu training clips were drawn for validation.\n", report.drawn);
    std::printf("\n");
    printSplits(summary.splits);
}

// A list of clips and a list of regions may both be a CSV.
bool isOfAudit(const ImportOptions &options) {
    const RegionFormat *regions = regionFormatNamed(options.format);
    const bool isRegions =
        regions != nullptr && regions->read != nullptr && (options.format != "csv" || options.what == "regions");
    return options.format == "verdicts" || isRegions;
}

std::vector<std::string> regionFormatIds(bool isLists) {
    std::vector<std::string> ids;
    for (const RegionFormat &format : regionFormats())
        if (format.read != nullptr && isLists == (format.layout != RegionFormat::Layout::FileForEachClip))
            ids.emplace_back(format.id);
    return ids;
}

std::vector<std::string> importFormats() {
    std::vector<std::string> all{"dcase2017", "csv",    "huggingface", "audioset",  "folder",
                                 "verdicts",  "scores", "activations", "detections"};
    for (const bool isLists : {false, true})
        for (const std::string &id : regionFormatIds(isLists))
            if (id != "csv")
                all.push_back(id);
    return all;
}

Result<RegionImport> regionRequest(const ImportOptions &options) {
    RegionImport request{{options.lists.begin(), options.lists.end()}, options.format, options.annotator};
    request.clip = options.clip;
    request.labelColumn = options.labelColumn;
    request.encoding = options.encoding;
    request.isDryRun = options.isDryRun;
    request.addsEvents = options.addsEvents;
    if (!options.labelMap.empty())
        request.labels = TAGSCOPE_TRY(readLabelMap(options.labelMap));
    return request;
}

Result<int> importAudit(const ImportOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const bool isVerdicts = options.format == "verdicts";
    if (isVerdicts && options.lists.size() != 1) {
        spdlog::error("--format verdicts takes one table.");
        return kWrongUsage;
    }
    if (!isVerdicts && options.annotator.empty()) {
        spdlog::error("--format {} needs --annotator: who marked the regions.", options.format);
        return kWrongUsage;
    }
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    const AuditImportReport report =
        TAGSCOPE_TRY(isVerdicts ? importVerdicts(project, options.lists.front(), options.isDryRun)
                                : regionRequest(options).and_then([&](const RegionImport &request) {
                                      return importRegions(project, request, stop);
                                  }));
    for (const std::string &note : englishTexts(report.notes))
        spdlog::warn("{}", note);
    if (common.json)
        printDocument({{"project", options.project},
                       {"format", options.format},
                       {"dry_run", options.isDryRun},
                       {"added", report.added},
                       {"known", report.known},
                       {"events_added", report.addedEvents},
                       {"files", filesToJson(report.files)},
                       {"notes", englishTexts(report.notes)}});
    else
        std::printf("%s: %zu %s %s, %zu already present.\n", options.project.c_str(), report.added,
                    isVerdicts ? "verdicts" : "regions", options.isDryRun ? "would be added" : "added", report.known);
    return report.hasFailed() ? kFailed : kDone;
}

// What a folder holds, and what of it would be labels: nothing is read or stored.
Result<int> previewFolder(const ImportOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const FolderContents contents = TAGSCOPE_TRY(contentsOfFolder(options.lists.front(), stop));
    json labels = json::object();
    for (const auto &[label, files] : contents.labels)
        labels[label] = files;
    if (common.json) {
        printDocument({{"project", options.project},
                       {"format", options.format},
                       {"dry_run", true},
                       {"files", contents.files.size()},
                       {"labels", std::move(labels)},
                       {"unlabelled", contents.unlabelled}});
        return kDone;
    }
    std::printf("%s: %zu media files, %zu of them in no subfolder.\n", options.lists.front().c_str(),
                contents.files.size(), contents.unlabelled);
    for (const auto &[label, files] : contents.labels)
        std::printf("%-36s %9zu\n", label.c_str(), files);
    return kDone;
}

Result<int> importClips(const ImportOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    if (isOfScores(options.format))
        return importScoreFiles({options.project,
                                 options.format,
                                 options.labelMap,
                                 options.encoding,
                                 options.labelColumn,
                                 options.isDryRun,
                                 {options.lists.begin(), options.lists.end()}},
                                options.scores, common, stop);
    if (isOfAudit(options))
        return importAudit(options, common, stop);
    if ((isClipList(options) || options.format == "folder") && options.lists.size() != 1) {
        spdlog::error("--format {} takes one {}.", options.format, isClipList(options) ? "list" : "folder");
        return kWrongUsage;
    }
    if (options.areLabelsFromSubfolders && options.format != "folder") {
        spdlog::error("--labels-from-subfolders is of --format folder.");
        return kWrongUsage;
    }
    if (options.format == "folder" && options.isDryRun)
        return previewFolder(options, common, stop);
    std::error_code ignored;
    const bool isNew = !fs::exists(options.project, ignored);
    const ImportReport report = TAGSCOPE_TRY(fill(options, common, isNew, stop));
    for (const std::string &note : englishTexts(report.notes))
        spdlog::warn("{}", note);
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    const ProjectSummary summary = TAGSCOPE_TRY(summaryOf(project));
    if (common.json)
        printDocument({{"project", project.file().string()},
                       {"format", options.format},
                       {"created", isNew},
                       {"added", report.added},
                       {"known", report.known},
                       {"missing", report.missing},
                       {"drawn_for_validation", report.drawn},
                       {"splits", splitsToJson(project, summary.splits)},
                       {"files", filesToJson(report.files)},
                       {"notes", englishTexts(report.notes)}});
    else
        print(project, options, report, summary);
    return report.hasFailed() ? kFailed : kDone;
}

} // namespace

void addImportCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ImportOptions>();
    CLI::App *command = program.add_subcommand(
        "import",
        "Clips, labels and splits from lists into a project; verdicts, marked regions, scores and activations into "
        "an existing one");
    command->add_option("PROJECT", options->project, "The project file; created if it does not exist")->required();
    command
        ->add_option(
            "LISTS", options->lists,
            "dcase2017: the organisers' lists or directories of them; csv: one list with the columns path, "
            "labels (separated by ;), split and, optionally, start and duration, or their usual other names, as "
            "FSD50K, DESED and VGGSounder have them; huggingface: a folder with metadata.csv or .jsonl; "
            "audioset: weak lists of "
            "segments; folder: a folder whose media become clips without labels, long recordings one clip per "
            "window; verdicts: a table from export --what verdicts or history; " +
                CLI::detail::join(regionFormatIds(false), ", ") +
                ": files named after the clips or their recordings; " + CLI::detail::join(regionFormatIds(true), ", ") +
                ": lists of regions (for sed_scores_eval: ground truth); scores: tables of clips and classes (CSV, "
                "TSV), "
                "NumPy arrays, JAMS; activations: a file a clip (.tsv of sed_scores_eval, .npy, JAMS), or folders of "
                "them; detections: tables of labels, times and confidences, as BirdNET writes them, of which the "
                "highest of each event is a clip's score")
        ->required();
    command->add_option("--format", options->format, "What the lists are")
        ->required()
        ->check(CLI::IsMember(importFormats()));
    command->add_option("--what", options->what, "regions: a csv is a list of regions, not of clips")
        ->check(CLI::IsMember({"clips", "regions"}));
    command->add_option("--split", options->split, "audioset, folder: the split of new clips");
    command->add_option("--annotator", options->annotator, "Who marked the regions");
    command->add_option("--clip", options->clip, "regions: the clip that the files are about, whatever their names");
    command->add_option("--label-column", options->labelColumn,
                        "regions, detections: the column of a table that holds the labels");
    command->add_option(
        "--labels", options->labelMap,
        "regions, scores, detections: a table of two columns, label and event, separated by a tab: what labels mean");
    command->add_option(
        "--encoding", options->encoding,
        "regions: of the texts, such as windows-1252; default: UTF-8, UTF-16 with a mark, or else that");
    command->add_flag("--dry-run", options->isDryRun,
                      "regions, verdicts, scores, folder: report what would be added, and add nothing");
    addScoreImportOptions(*command, options->scores);
    command->add_option("--media", options->media,
                        "Directory of the media. dcase2017: searched for the clips' names at any depth; csv: what "
                        "paths are relative to (default: the list's own)");
    command->add_option("--classes", options->classes,
                        "Events of a new project: a list (TSV), or a tagger's description (.json); default: the 17 of "
                        "the challenge; for "
                        "csv the labels that occur");
    command->add_option("--clip-seconds", options->clipSeconds, "How long a whole clip of a new project is (10)")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--validation", options->validation,
                     "dcase2017: training clips drawn for validation (default: 1142); folder: recordings (default: "
                     "none); balanced over the events, by --seed")
        ->check(CLI::NonNegativeNumber);
    command->add_flag("--labels-from-subfolders", options->areLabelsFromSubfolders,
                      "folder: a recording's label is the name of its subfolder; train/, val/, test/ above are splits");
    command->add_flag("--add-events", options->addsEvents,
                      "folder, csv, regions: what is labelled and none of the project's events becomes an event");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return importClips(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
