// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/fusion/metrics.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// A line of a DCASE 2017 Task 4 list: tab-separated file, times and label; or a file alone, a clip without tags.
struct DcaseRow {
    std::string file;
    Seconds onset{0};
    Seconds offset{0};
    std::optional<std::string> label; // nothing: no tags
};

// Accepts CRLF and LF, a byte-order mark, blank lines and empty columns after a file name. Errors, with file and line:
// Unreadable, Malformed (not four columns or one, a time that is no number, negative or out of order, commas for tabs).
[[nodiscard]] Result<std::vector<DcaseRow>> readDcaseList(const std::filesystem::path &file);

// The rows as such a list, tab-separated, times with three decimals: reading it gives the same rows, but that times are
// rounded to milliseconds. Error: Inconsistent for a name or label with a tab or line end in it, or
// blanks around it, which a list cannot hold.
[[nodiscard]] Result<std::string> dcaseListText(const std::vector<DcaseRow> &rows);

// Figures of a list against another.
struct ListScore {
    std::vector<std::string> events;
    std::vector<Counts> perEvent;
    Counts micro;
    double macroF1 = 0.0;           // macroF1() of `perEvent`, and
    double organisersMacroF1 = 0.0; // organisersMacroF1(), however it is scored
    double macroPrecision = 0.0;    // means over the same events
    double macroRecall = 0.0;
    std::size_t clips = 0; // that were counted
    std::vector<Message> notes;
};

// Strictly: each clip of the truth counts, one without predictions is all misses; a leading "Y" of a file name and its
// extension do not matter; a predicted clip that the truth lacks is an error. Several rows of one label are one tag; a
// row that ends at 0 means "not heard" in either list, and is no tag (the strong lists thus give the audible truth).
// Events: those of the truth list in its order, then predicted labels that the truth lacks, which count as false
// positives.
// Error: Inconsistent (a clip that the truth lacks, an empty truth).
[[nodiscard]] Result<ListScore> scoreStrictly(const std::vector<DcaseRow> &truth,
                                              const std::vector<DcaseRow> &predicted);

// As the organisers' script does, its quirks included (clips absent from the predictions add no misses, predicted clips
// absent from the truth are ignored, a repeated label is a false positive, rows whose end time is 0 are skipped, the
// key is the file name before ".wav" or ".flac" taken literally).
// `perEvent` counts presence in the clip, as their class-wise figures do, so it does not add up to `micro` where a
// label is repeated.
[[nodiscard]] ListScore scoreAsDcase2017(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &predicted);

} // namespace tagscope
