// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/score_pack.h"
#include "core/project/project.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tagscope {

// The scores of parts as those of a project's clips. One thread.
class PackScores {
public:
    // Errors: those of Project.
    [[nodiscard]] static Result<PackScores> of(const Project &project);

    // Errors: Inconsistent (a clip that the project does not have, other events), those of ScorePack.
    [[nodiscard]] Result<std::vector<ClipScore>> in(const ScorePack &pack) const;

private:
    PackScores() = default;

    std::vector<std::string> events_;
    std::unordered_map<std::string, ClipId> ids_; // by the clip's name
};

// Of the clips' names.
[[nodiscard]] std::string selectionOf(std::span<const Clip> clips);

} // namespace tagscope
