// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace tagscope {

struct CsvImport {
    std::filesystem::path list;  // as readClipListCsv() reads it; or a folder with such a metadata.jsonl or .csv
    std::filesystem::path media; // what the list's paths are relative to; empty: the list's own directory
    bool addsEvents = false;     // labels that are none of the project\'s events become such
};

// The clips, labels and splits of a plain list, in one transaction: a failed, cancelled or killed import leaves the
// project as it was, but for events that were added before. Repeating it adds nothing twice (importClips()). A clip
// without a duration lasts as long as the project's clips. Media that are not there are counted; the clips stay, with
// the path where they are looked for. A row with a label that is none of the project's classes is left out. Errors:
// those of readClipListCsv(); Malformed, with line and column, where that leaves none; Inconsistent, Cancelled, and
// those of Project.
[[nodiscard]] Result<ImportReport> importCsv(Project &project, const CsvImport &import, const Progress &progress = {},
                                             std::stop_token stop = {});

// The labels of a plain list as classes, in the order in which they first occur. Errors: those of readClipListCsv();
// Inconsistent where there is none.
[[nodiscard]] Result<std::vector<EventClass>> classesOfCsv(const std::filesystem::path &list);

} // namespace tagscope
