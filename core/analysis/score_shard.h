// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_run.h"
#include "core/base/result.h"

#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tagscope {

// The file in which a shard leaves its scores: JSON lines, the first one with what the scores follow from, then one a
// clip. Grows line by line; a last line that a kill cut off is left out in reading.
struct ScoreShard {
    struct Row {
        std::string clip;
        std::vector<float> probabilities;
    };

    std::string recipe;
    std::vector<Row> rows;
};

// Errors: Unreadable, Malformed (naming file and line).
[[nodiscard]] Result<ScoreShard> readScoreShard(const std::filesystem::path &file);

// Appends to such a file. One thread, one program.
class ScoreShardWriter {
public:
    // The file begins anew with these rows. Error: Unreadable.
    [[nodiscard]] static Result<ScoreShardWriter> begin(const std::filesystem::path &file, const ScoreShard &shard);
    // On the disk when it returns, but for the system's own cache. Error: Unreadable.
    [[nodiscard]] Result<void> append(std::span<const ScoredClip> clips);

private:
    explicit ScoreShardWriter(const std::filesystem::path &file);

    std::filesystem::path file_;
    std::ofstream stream_;
};

} // namespace tagscope
