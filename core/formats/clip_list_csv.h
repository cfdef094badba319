// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/formats/read_regions.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// Whether a label is heard and seen, as VGGSounder's column `modality` has it: A, V, AV, or - for neither.
struct LabelModality {
    std::string label;
    bool isAudible = false;
    bool isVisible = false;
};

// A clip of a plain list.
struct CsvClip {
    std::string name;           // unique in the list: the path without its extension, "_start_end" where it has times
    std::filesystem::path path; // of the media file, as the list has it
    std::optional<Seconds> start;
    std::optional<Seconds> duration;
    std::vector<std::string> labels;         // without repetitions; none: nothing to be heard or seen
    std::vector<LabelModality> modalities{}; // of labels that the list says it of
    std::string split;                       // may be empty
    std::size_t line = 0;
};

struct CsvClipList {
    std::filesystem::path file;
    std::vector<CsvClip> clips;
    std::size_t labelsColumn = 0;    // from 0
    std::vector<LeftOutRow> leftOut; // rows that cannot be understood, in the order of the file
    std::vector<Message> notes;      // of columns that are not kept, and the text's encoding

    // For a caller to whom a label says nothing.
    [[nodiscard]] tl::unexpected<Error> failAtLabel(const CsvClip &clip, const Message &what) const;
};

// A list of clips of any data set: CSV, separated by commas, semicolons or tabs, with a header line that names the
// columns `path` and `labels` (joined by ";" or "|"; by "," where `event_labels` is their name, as in DESED, or where
// `mids` has as many, as in FSD50K), and `split`, `start`, `duration` and `modality` where there are some, in any order
// and by their usual other names (file_name, video_id, label, subset …); other columns are named in a note. Or, where
// the file ends in .jsonl, an object with such members a line, as in the metadata of a Hugging Face folder.
// Rows with an empty start or duration stand for a whole file, blank rows and the label "nan" for nothing. Rows of one
// clip and split are one clip with the labels of all. Paths that differ in their extension alone keep it in the name.
// A row that cannot be understood is left out. Errors, with file, line and column: Unreadable, Malformed (also where
// no row is left).
[[nodiscard]] Result<CsvClipList> readClipListCsv(const std::filesystem::path &file);

} // namespace tagscope
