// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/event_finder.h"
#include "core/exchange/import_report.h"
#include "core/project/project.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

// Bringing what annotators said elsewhere into a project.
namespace tagscope {

// The entries of a table as verdictTable() writes it, of verdicts that hold or of their history, in one transaction.
// Entries that are there stay, so that importing again adds nothing. Clips are found by ClipFinder, events by
// EventFinder, columns by their headings; a table without times has all of them from now,
// but for those that the annotator said last. A row that cannot be
// understood is left out, and reported. Errors: Unreadable, Malformed (a column is missing, no row can be understood),
// those of Project.
[[nodiscard]] Result<AuditImportReport> importVerdicts(Project &project, const std::filesystem::path &file,
                                                       bool isDryRun = false);

struct RegionImport {
    std::vector<std::filesystem::path> files;
    std::string format = "audacity"; // the id of a RegionFormat that can be read
    std::string annotator;           // who marked them, where a file does not say; not empty
    std::string clip = {};           // all are about this one, whatever their names; empty: found by ClipFinder
    std::string labelColumn = {};    // of tables; empty: found out
    std::string encoding = {};       // by ICU's names; empty: found out
    LabelMap labels = {};            // labels that mean events of another name
    bool isDryRun = false;           // all is read and reported, nothing is stored
    bool addsEvents = false;         // labels that mean no event of the project become such
};

// Labels with times as regions that the annotator marked, in one transaction, before which events that lack are added.
// Which clip a row is about is ClipFinder's
// answer to the path that it has, or else to the file's name; times are those of the clip, or where a recording is
// named or linked the recording's, cut into its clips. Regions that are there already, to the millisecond, are not
// added again. What is not taken is reported, row by row and file by file; the other rows and files are. Errors:
// Inconsistent (no annotator, another format, no such clip), Cancelled, those of Project.
[[nodiscard]] Result<AuditImportReport> importRegions(Project &project, const RegionImport &import,
                                                      std::stop_token stop = {});

// What annotators said of a project.
struct SaidInProject {
    std::vector<Verdict> verdicts;     // all, in the order in which they were added
    std::vector<MarkedRegion> regions; // also those that were taken back
    std::vector<Remark> remarks;       // likewise
};
[[nodiscard]] Result<SaidInProject> saidIn(const Project &project);
// What was added between, so that it can be taken back; without files. Entries are only ever added.
[[nodiscard]] AuditImportReport addedBetween(const SaidInProject &before, const SaidInProject &after);

} // namespace tagscope
