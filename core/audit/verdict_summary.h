// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement.h"
#include "core/audit/verdict_choice.h"
#include "core/project/audited_truth.h"
#include "core/project/verdict_table.h"

#include <optional>
#include <string>
#include <vector>

// What the verdicts of several annotators say together.
namespace tagscope {

// The table for a coefficient of agreement, adjudications left out.
struct Ratings {
    std::vector<AuditedPair> pairs;      // its rows
    std::vector<std::string> annotators; // its columns, in the order of the alphabet
    RatingTable table;
};
// The answers on an axis: 1 for yes, 0 for no; unsure is no rating.
[[nodiscard]] Ratings ratingsOn(VoteAxis axis, const std::vector<Verdict> &standing, const VerdictChoice &choice = {});
// Both answers together, unsure as one of them: values are those of VerdictValue.
[[nodiscard]] Ratings ratingsOf(const std::vector<Verdict> &standing, const VerdictChoice &choice = {});
// The rows of one event.
[[nodiscard]] RatingTable ofEvent(const Ratings &ratings, int event);

// A pair of which annotators answer differently, or one of them is unsure of what another is not.
struct Disagreement {
    AuditedPair pair;
    std::vector<Verdict> verdicts; // of each annotator, of those that are chosen
    std::optional<Verdict> adjudication;
    bool isAboutSound = false;    // one hears it, and another does not
    bool isAboutPictures = false; // one sees it, and another does not
};
[[nodiscard]] std::vector<Disagreement> disagreementsIn(const std::vector<Verdict> &standing,
                                                        const VerdictChoice &choice = {});

} // namespace tagscope
