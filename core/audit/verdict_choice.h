// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/vote_table.h"
#include "core/project/verdict_table.h"

#include <optional>
#include <string_view>

// Which verdicts count, and what they say on one of the two axes.
namespace tagscope {

[[nodiscard]] std::string_view nameOf(VoteAxis axis); // "heard", "seen"

// What a verdict answers on an axis, unsure included; nothing where it was not asked, or cannot be perceived at the
// stage.
[[nodiscard]] std::optional<AuditAnswer> answerOn(VoteAxis axis, const Verdict &verdict);
// Yes or no alone.
[[nodiscard]] std::optional<bool> saidOn(VoteAxis axis, const Verdict &verdict);

// Of a stage only blind verdicts count unless the informed ones are asked for; without a stage all do.
struct VerdictChoice {
    std::optional<AuditStage> stage; // nothing: each annotator's final verdicts
    bool withInformed = false;

    [[nodiscard]] bool takes(const Verdict &verdict) const {
        return !stage || (verdict.stage == *stage && (withInformed || !verdict.isInformed));
    }
};

} // namespace tagscope
