// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Imported scores as they came. Everything reckons with scores in single precision, as the project's blocks hold them;
// a table with numbers that this would change (1e-300, or the eighth digit) is kept in double precision as well, in a
// setting of the project, so that an export gives it back.
namespace tagscope {

struct ExactScores {
    std::vector<std::string> events;
    std::vector<ClipId> clips;  // ascending
    std::vector<double> values; // clips x events, in [0, 1]

    [[nodiscard]] std::optional<std::size_t> rowOf(ClipId clip) const;
    [[nodiscard]] std::optional<std::size_t> columnOf(const std::string &event) const;
};

// In the place of what was kept of the source; nothing is kept where single precision holds all values. Errors: those
// of Project.
[[nodiscard]] Result<void> keepExactScores(Project &project, const ScoreSource &source, const ExactScores &scores);
// Empty where there are none. An event that got another name since has none. Errors: Malformed (damaged), those of
// Project.
[[nodiscard]] Result<ExactScores> exactScores(const Project &project, const ScoreSource &source);

} // namespace tagscope
