// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

// Bringing what annotators said elsewhere into a project.
namespace tagscope {

struct AuditImportReport {
    std::size_t added = 0;
    std::size_t known = 0;      // were there already
    std::vector<Message> notes; // sentences about what was left out
};

// The entries of a table as verdictTable() writes it, of verdicts that hold or of their history, in one transaction.
// Entries that are there stay, so that importing again adds nothing. Clips and events are matched by name, columns by
// their headings.
// Errors, with file and line: Unreadable, Malformed (a column is missing; no such verdict, stage or time), Inconsistent
// (a clip or event that the project does not have), those of Project.
[[nodiscard]] Result<AuditImportReport> importVerdicts(Project &project, const std::filesystem::path &file);

struct RegionImport {
    std::vector<std::filesystem::path> files;
    std::string format = "audacity"; // the id of a RegionFormat that can be read
    std::string annotator;           // who marked them; not empty
};

// Labels with times as regions that the annotator marked, in one transaction. A file is about the clip whose name, or
// else whose recording's name, it bears (of a Raven table about several recordings, each row is); in the second case
// its times are the recording's. Events are matched by name, whatever the case, or by AudioSet's id. Regions that are
// there already, to the millisecond, are not added again; what belongs to no clip or event, or lies outside its clip,
// is left out and named in the notes. Errors: those of the formats' readers and of Project, Inconsistent (no annotator,
// another format), Cancelled.
[[nodiscard]] Result<AuditImportReport> importRegions(Project &project, const RegionImport &import,
                                                      std::stop_token stop = {});

} // namespace tagscope
