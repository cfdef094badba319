// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/read_regions.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// A score a clip and class, as another system's tables have them: double precision, names as they stand.
struct ForeignScores {
    std::vector<std::string> columns; // names or ids of classes; empty: those of the project, in order
    std::size_t classes = 0;          // columns of `values`
    std::vector<std::string> clips;   // as rows name them
    std::vector<std::size_t> lines;   // of each clip; 0: unknown
    std::vector<double> values;       // clips x classes
    std::vector<LeftOutRow> leftOut;
    std::vector<Message> notes;
};

// What numbers a table may hold.
enum class ScoreScale {
    Probability, // 0 to 1
    Logit        // any finite number, which the reader turns into a probability
};

// A table with a header: a column of clips ("clip", "file", "filename", "path" … or the first one), the others classes;
// comma, semicolon or tab; decimal commas where commas do not separate. A row that cannot be understood is left out.
// Errors: Unreadable, Malformed (no header, no row can be understood), Inconsistent (a column twice).
[[nodiscard]] Result<ForeignScores> readForeignTable(const std::filesystem::path &file, ScoreScale scale,
                                                     std::string_view encoding = {});

// A NumPy array of clips x classes. `clips` and `classes`: text files of a name a line; without `clips` NAME.clips.txt
// beside it, without `classes` NAME.classes.txt or, where there is none, the project's events in order.
// Errors: those of readNpyArray(), Malformed (not two dimensions), Inconsistent (not as many names).
[[nodiscard]] Result<ForeignScores> readForeignArray(const std::filesystem::path &file, ScoreScale scale,
                                                     const std::filesystem::path &clips,
                                                     const std::filesystem::path &classes);

// The tags of a JAMS file as one row, named after the file; a tag without confidence is left out.
// Errors: those of readJams().
[[nodiscard]] Result<ForeignScores> readForeignJams(const std::filesystem::path &file);

// A probability of what stands in a file, or why it is none, in a phrase.
struct ForeignScore {
    double probability = 0.0;
    Message wrong;
};
[[nodiscard]] ForeignScore foreignScore(double value, ScoreScale scale);

// Names, one a line; blank lines and blanks around a name do not count. Errors: Unreadable, Malformed.
[[nodiscard]] Result<std::vector<std::string>> readNameList(const std::filesystem::path &file);

} // namespace tagscope
