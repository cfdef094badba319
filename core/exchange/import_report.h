// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/read_regions.h"
#include "core/project/remark_table.h"
#include "core/project/verdict_table.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What became of each row of each file: nothing is lost in silence.
namespace tagscope {

// Of one file: rows = added + known + leftOut.size(), whenever it was not refused.
struct FileReport {
    std::filesystem::path file;
    std::string clip; // that all of it is about by its name; empty: rows name theirs, or it is about a recording
    std::size_t rows = 0;
    std::size_t added = 0;
    std::size_t known = 0;           // were there already
    std::vector<LeftOutRow> leftOut; // each with its reason
    std::optional<Error> refused;    // the file as a whole
    std::vector<Message> notes;      // what of its rows was not kept, or changed

    // Refused, or a row that cannot be understood, or nothing came of it.
    [[nodiscard]] bool hasFailed() const;
};

// What was left out of a file and noted of it, as sentences that name it; rows of one reason are one sentence.
[[nodiscard]] std::vector<Message> sentencesOf(const FileReport &file);

struct AuditImportReport {
    std::size_t added = 0; // regions or verdicts; a row beyond a clip's end may be a region of the next clip as well
    std::size_t known = 0; // were there already
    std::vector<Message> notes; // sentences about what was left out, file by file
    std::vector<FileReport> files;
    std::vector<std::string> addedEvents;
    // What was stored, so that it can be taken back: the regions; the verdicts, and what their annotators had said of
    // each pair before, without a value where that was nothing.
    std::vector<MarkedRegion> regions;
    std::vector<Verdict> verdicts;
    std::vector<Verdict> verdictsBefore;
    std::vector<MarkedRegion> regionsTakenBack; // that held before
    std::vector<Remark> remarks;
    std::vector<Remark> remarksBefore; // likewise

    [[nodiscard]] bool hasFailed() const; // any file
    // Adds the file, and its notes as sentences that name it.
    void take(FileReport file);
};

} // namespace tagscope
