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

    // For a caller to whom a label says nothing.
    [[nodiscard]] tl::unexpected<Error> failAtLabel(const CsvClip &clip, const Message &what) const;
};

// A list of clips of any data set: CSV with a header line that names the columns `path`, `labels` (joined by ";") and
// `split`, and `start` and `duration` in seconds where clips are parts of longer files, in any order. Rows with an
// empty start or duration stand for a whole file. Paths that differ in their extension alone keep it in the name.
// Errors, with file, line and column: Unreadable, Malformed, Inconsistent (a clip twice).
[[nodiscard]] Result<CsvClipList> readClipListCsv(const std::filesystem::path &file);

} // namespace tagscope
