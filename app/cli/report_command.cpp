// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "table_project.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "core/evaluation/report.h"
#include "core/evaluation/report_files.h"
#include "core/exchange/spreadsheet_cells.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

struct ReportOptions {
    std::string project;
    std::vector<std::string> splits;
    std::string split;
    std::string truth = "weak";
    std::string point;
    std::string against;
    std::string output;
    std::string changes;
    bool isAsPaper = false;
    bool hasTimes = false;
    bool isForSpreadsheets = false;
    TableOptions tables;
};

// What a file's ending asks for; nullptr for one that is none.
using Writer = std::string (*)(const Report &);
Writer writerFor(const std::filesystem::path &file) {
    if (file.extension() == ".html" || file.extension() == ".htm")
        return [](const Report &report) { return reportHtml(report); };
    if (file.extension() == ".csv")
        return reportCsv;
    if (file.extension() == ".json")
        return reportJson;
    if (file.extension() == ".tex")
        return reportLatex;
    return nullptr;
}

int wrongUsage(const std::string &what) {
    spdlog::error("{}", what);
    return kWrongUsage;
}

// The file for changes is a CSV whatever its name is.
Result<void> writeTable(const std::string &file, const std::string &content, const ReportOptions &options) {
    const bool isCsv = file == options.changes || std::filesystem::path(file).extension() == ".csv";
    if (!options.isForSpreadsheets || !isCsv)
        return writeFileAtomically(file, content);
    return forSpreadsheets(content).and_then(
        [&file](const std::string &safe) { return writeFileAtomically(file, safe); });
}

Result<int> writeReport(const ReportOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    if (options.output.empty() && !common.json)
        return wrongUsage("report needs -o FILE, ending in .html, .csv, .json or .tex, or --json.");
    const Writer write = options.output.empty() ? nullptr : writerFor(options.output);
    if (!options.output.empty() && write == nullptr)
        return wrongUsage(options.output + ": a report ends in .html, .csv, .json or .tex.");
    if (!isOneSource(options.project, options.tables))
        return kWrongUsage;
    const ReadProject opened = TAGSCOPE_TRY(
        ReadProject::open(options.project, options.split.empty() ? "test" : options.split, options.tables));
    const Project &project = *opened;
    ReportRequest request;
    request.splits = options.splits;
    request.point = options.point;
    request.against = options.against;
    request.split = options.split;
    request.truth = *truthNamed(options.truth);
    request.bootstrap.seed = common.seed;
    request.programVersion = TAGSCOPE_VERSION;
    request.isAsPaper = options.isAsPaper;
    request.hasTimes = options.hasTimes;
    const Report made = TAGSCOPE_TRY(makeReport(project, request, {}, stop));
    for (const Message &warning : made.warnings)
        spdlog::warn("{}", englishText(warning));
    if (!options.changes.empty() && !made.changes)
        return fail(Error::Kind::Inconsistent, "app.no_other_system");
    if (write != nullptr) {
        TAGSCOPE_TRY(writeTable(options.output, write(made), options));
    }
    if (!options.changes.empty()) {
        TAGSCOPE_TRY(writeTable(options.changes, changesCsv(made), options));
    }
    if (common.json)
        std::fputs(reportJson(made).c_str(), stdout);
    else
        std::printf("%s: %zu systems on %zu splits and truths.\n", options.output.c_str(), made.systems.size(),
                    made.figures.size());
    return opened.status();
}

} // namespace

void addReportCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ReportOptions>();
    CLI::App *command = program.add_subcommand(
        "report", "Systems by splits, class-wise F1, what changed and how it was computed, in one file");
    command->add_option("PROJECT", options->project, "The project file; or tables, with --scores and --truth-table");
    addTableOptions(*command, options->tables);
    command->add_option("-o,--output", options->output,
                        "The file: .html, .csv, .json, or .tex for tables and a paragraph to put into a paper");
    command
        ->add_option(
            "--splits", options->splits,
            "The splits to evaluate on, separated by commas, or all for every clip; default: each but training")
        ->delimiter(',');
    command->add_option("--split", options->split, "The one whose events are shown; default: test");
    command->add_option("--truth", options->truth, "The labels: weak, audible, visible or audited")
        ->check(CLI::IsMember({"weak", "audible", "visible", "audited"}))
        ->capture_default_str();
    command->add_option("--operating-point", options->point,
                        "The one to show; default: the newest of audio + video, else of audio or video");
    command->add_option("--against", options->against,
                        "The operating point it is compared with; default: that of audio alone");
    command->add_option("--changes", options->changes, "A CSV file for the tags that changed from one to the other");
    command->add_flag("--as-paper", options->isAsPaper,
                      "Table 1 by the paper's own choices: its two systems at points of its procedure, no intervals");
    command->add_flag("--for-spreadsheets", options->isForSpreadsheets,
                      "CSV files: an apostrophe before each name that a spreadsheet would run as a formula");
    command->add_flag("--times", options->hasTimes,
                      "Also when points were made; without it the same figures give the same file");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return writeReport(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
