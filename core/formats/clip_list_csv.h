// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// A row of a plain clip list.
struct CsvClip {
    std::string name;           // unique in the list: the path without its extension, "_start_end" where it has times
    std::filesystem::path path; // of the media file, as the list has it
    std::optional<Seconds> start;
    std::optional<Seconds> duration;
    std::vector<std::string> labels; // without repetitions; none: nothing to be heard or seen
    std::string split;               // may be empty
    std::size_t line = 0;
};

struct CsvClipList {
    std::filesystem::path file;
    std::vector<CsvClip> clips;
    std::size_t labelsColumn = 0; // from 0
    std::vector<Message> notes;   // of columns that are not kept, and the text's encoding

    // For a caller to whom a label says nothing.
    [[nodiscard]] tl::unexpected<Error> failAtLabel(const CsvClip &clip, const Message &what) const;
};

// A list of clips of any data set: CSV, separated by commas, semicolons or tabs, with a header line that names the
// columns `path` and `labels` (joined by ";" or "|"), and `split`, `start` and `duration` in seconds where there are
// some, in any order and by their usual other names (file_name, label, subset …); other columns are named in a note.
// Rows with an empty start or duration stand for a whole file, blank rows and the label "nan" for nothing. Paths that
// differ in their extension alone keep it in the name. Errors, with file, line and column: Unreadable, Malformed,
// Inconsistent (a clip twice).
[[nodiscard]] Result<CsvClipList> readClipListCsv(const std::filesystem::path &file);

} // namespace tagscope
