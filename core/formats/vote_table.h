// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// What annotators were asked of a clip and an event.
enum class VoteAxis { Heard, Seen };

// A table of votes, as VGGSounder publishes its own: a row a question, a column an annotator.
struct VoteTable {
    struct Row {
        std::string clip;
        std::string event;
        VoteAxis axis = VoteAxis::Heard;
        std::vector<std::optional<bool>> votes; // one an annotator; nothing: not asked
    };
    std::vector<std::string> annotators;
    std::vector<Row> rows;
};

// CSV with the columns id (or clip, video_id), label (or event), modality (audible or visible; all are audible without
// it) and those of the annotators, which begin with labeler, annotator, rater or vote; True, False, yes, no, 1, 0 or
// empty. Other columns are not read. Errors, with line and column: Unreadable, Malformed.
[[nodiscard]] Result<VoteTable> readVoteTable(const std::filesystem::path &file);

// A gold standard: what is true of a clip and an event.
struct GoldRow {
    std::string clip;
    std::string event;
    bool isHeard = false;
    bool isSeen = false;
};
// CSV with the columns id, label and modality: A, V, AV, or - for neither. Errors as above.
[[nodiscard]] Result<std::vector<GoldRow>> readGoldTable(const std::filesystem::path &file);

} // namespace tagscope
