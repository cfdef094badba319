// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/verdict_choice.h"
#include "core/audit/vote_truth.h"
#include "core/formats/vote_table.h"
#include "core/project/project.h"

#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// All votes on one axis, as the rules of vote_truth.h take them.
struct VotesOfAxis {
    struct Pair {
        std::string clip;
        std::string event;
    };
    VoteAxis axis = VoteAxis::Heard;
    std::vector<Pair> pairs;
    std::vector<std::string> annotators;
    RatingTable table;                     // pairs x annotators
    std::vector<std::optional<bool>> lead; // what was adjudicated, one a pair: it stands over every rule
    std::vector<std::optional<bool>> gold; // one a pair; nothing before addGold(), and where it is not known
};

// One an axis that anybody voted on.
[[nodiscard]] std::vector<VotesOfAxis> votesIn(const VoteTable &table);
// The standing verdicts that are chosen, and every adjudication; unsure is no vote. Where no stage is chosen the
// final ones of each annotator count. Errors: those of Project.
[[nodiscard]] Result<std::vector<VotesOfAxis>> votesIn(const Project &project, const VerdictChoice &choice);

void addGold(VotesOfAxis &votes, const std::vector<GoldRow> &gold);

// The rule's truth, with the lead's decisions in its place.
[[nodiscard]] std::vector<std::optional<bool>> decided(const VotesOfAxis &votes,
                                                       std::vector<std::optional<bool>> truth);

struct RuleOutcome {
    TruthRule rule = TruthRule::Majority;
    std::size_t isTrue = 0;
    std::size_t undecided = 0;
    TruthFigures figures; // of the rule alone against gold, without the lead's decisions; no items where none is known
};
[[nodiscard]] std::vector<RuleOutcome> outcomesOf(const VotesOfAxis &votes); // one a rule

} // namespace tagscope
