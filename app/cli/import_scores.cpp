// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_scores.h"

#include "figures.h"
#include "progress_line.h"

#include "core/base/message_texts.h"
#include "core/base/try.h"
#include "core/exchange/import_scores.h"

#include <algorithm>
#include <cstdio>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

Result<ScoreImport> scoreRequest(const ScoreImportFiles &files, const ScoreImportOptions &options) {
    ScoreImport request;
    request.files = files.files;
    request.branch = options.branch == "video" ? Branch::Video : Branch::Audio;
    request.name = options.name;
    request.scale = options.areLogits ? ScoreScale::Logit : ScoreScale::Probability;
    request.clipNames = options.clipNames;
    request.classNames = options.classNames;
    request.encoding = files.encoding;
    request.labelColumn = files.labelColumn;
    request.pooling = options.pooling == "mean" ? ScorePooling::Mean : ScorePooling::Maximum;
    if (options.hop)
        request.hop = Seconds(*options.hop);
    request.first = Seconds(options.first);
    request.isDryRun = files.isDryRun;
    request.isUsed = options.isUsed;
    if (!files.labelMap.empty())
        request.classes = TAGSCOPE_TRY(readLabelMap(files.labelMap));
    return request;
}

// A few names, and how many more there are.
std::string someOf(const std::vector<std::string> &names) {
    constexpr std::size_t kNamed = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
        text += (i > 0 ? ", " : "") + names[i];
    return names.size() > kNamed ? text + " and " + std::to_string(names.size() - kNamed) + " more" : text;
}

void sayWhatIsMissing(const ScoreImportReport &report) {
    AuditImportReport sentences;
    for (const FileReport &file : report.files)
        sentences.take(file);
    for (const std::string &note : englishTexts(sentences.notes))
        spdlog::warn("{}", note);
    for (const std::string &note : englishTexts(report.notes))
        spdlog::warn("{}", note);
    if (!report.absentEvents.empty())
        spdlog::warn("{} events have no class and count as 0: {}.", report.absentEvents.size(),
                     someOf(report.absentEvents));
    if (!report.otherClasses.empty())
        spdlog::info("{} classes are no events of the project: {}.", report.otherClasses.size(),
                     someOf(report.otherClasses));
    if (!report.missing.empty())
        spdlog::info("{} clips of the project have no scores here: {}.", report.missing.size(), someOf(report.missing));
}

} // namespace

bool isOfScores(const std::string &format) {
    return format == "scores" || format == "activations" || format == "detections";
}

void addScoreImportOptions(CLI::App &command, ScoreImportOptions &options) {
    command.add_option("--branch", options.branch, "scores, activations, detections: which branch they are for")
        ->check(CLI::IsMember({"audio", "video"}))
        ->capture_default_str();
    command.add_option("--name", options.name,
                       "scores, activations, detections: what the source is called in the project");
    command.add_flag("--use", options.isUsed, "scores, activations, detections: the branch takes them from now on");
    command.add_flag("--logits", options.areLogits,
                     "scores, activations, detections: the numbers are logits, not probabilities");
    command.add_option("--clips", options.clipNames,
                       "scores: names of an array's clips, one a line (default: NAME.clips.txt beside NAME.npy)");
    command.add_option("--class-names", options.classNames,
                       "scores, activations: names of an array's columns, one a line (default: NAME.classes.txt, "
                       "classes.txt, else the project's events)");
    command.add_option("--hop", options.hop, "activations: seconds from step to step of an array")
        ->check(CLI::PositiveNumber);
    command.add_option("--first", options.first, "activations: where an array's first step begins (s)")
        ->capture_default_str();
    command.add_option("--pool", options.pooling, "activations: how a clip's score comes of its steps")
        ->check(CLI::IsMember({"max", "mean"}))
        ->capture_default_str();
}

json filesToJson(const std::vector<FileReport> &files) {
    json all = json::array();
    for (const FileReport &file : files) {
        json leftOut = json::array();
        for (const LeftOutRow &row : file.leftOut)
            leftOut.push_back({{"line", row.line == 0 ? json() : json(row.line)}, {"reason", englishText(row.reason)}});
        all.push_back({{"file", file.file.string()},
                       {"clip", file.clip.empty() ? json() : json(file.clip)},
                       {"refused", file.refused ? json(file.refused->what()) : json()},
                       {"rows", file.rows},
                       {"added", file.added},
                       {"known", file.known},
                       {"left_out", std::move(leftOut)},
                       {"not_kept", json::object()},
                       {"notes", englishTexts(file.notes)}});
    }
    return all;
}

Result<int> importScoreFiles(const ScoreImportFiles &files, const ScoreImportOptions &options,
                             const CommonOptions &common, const std::stop_token &stop) {
    if (options.name.empty()) {
        spdlog::error("--format {} needs --name: what the source is called in the project.", files.format);
        return kWrongUsage;
    }
    const ScoreImport request = TAGSCOPE_TRY(scoreRequest(files, options));
    Project project = TAGSCOPE_TRY(Project::open(files.project));
    ProgressLine line("import", 1, common.quiet);
    const Progress progress = [&line](double fraction, std::string_view stage) { line.show(fraction, stage); };
    const auto bring = files.format == "scores"       ? importScores
                       : files.format == "detections" ? importDetections
                                                      : importActivations;
    const ScoreImportReport report = TAGSCOPE_TRY(bring(project, request, progress, stop));
    line.close();
    sayWhatIsMissing(report);
    if (common.json)
        printDocument({{"project", files.project},
                       {"format", files.format},
                       {"branch", options.branch},
                       {"name", options.name},
                       {"dry_run", files.isDryRun},
                       {"clips", report.clips},
                       {"missing", report.missing},
                       {"events_without_class", report.absentEvents},
                       {"classes_without_event", report.otherClasses},
                       {"files", filesToJson(report.files)},
                       {"notes", englishTexts(report.notes)}});
    else
        std::printf("%s: scores of %zu clips %s, as \"%s\"; %zu clips have none.\n", files.project.c_str(),
                    report.clips, files.isDryRun ? "would be added" : "added", options.name.c_str(),
                    report.missing.size());
    return report.hasFailed() ? kFailed : kDone;
}

} // namespace tagscope::cli
