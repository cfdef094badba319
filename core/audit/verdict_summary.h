// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement.h"
#include "core/project/audited_truth.h"
#include "core/project/verdict_table.h"

#include <optional>
#include <string>
#include <vector>

// What the verdicts of several annotators say together.
namespace tagscope {

// The table for a coefficient of agreement, adjudications left out. Values: those of VerdictValue.
struct Ratings {
    std::vector<AuditedPair> pairs;      // its rows
    std::vector<std::string> annotators; // its columns, in the order of the alphabet
    RatingTable table;
};
// Of one stage, or where none is given of each annotator's final verdicts.
[[nodiscard]] Ratings ratingsOf(const std::vector<Verdict> &standing, std::optional<AuditStage> stage = std::nullopt);
// Whether the event is heard (1) or not (0) in place of the verdict; unsure is no rating.
[[nodiscard]] RatingTable audibleRatings(const RatingTable &verdicts);
// The rows of one event.
[[nodiscard]] RatingTable ofEvent(const Ratings &ratings, int event);

// A pair on whose final verdicts annotators differ, or one of them is unsure where another is not.
struct Disagreement {
    AuditedPair pair;
    std::vector<Verdict> verdicts; // of each annotator
    std::optional<Verdict> adjudication;
    bool isAboutSound = false; // they differ on whether it is heard
};
[[nodiscard]] std::vector<Disagreement> disagreementsIn(const std::vector<Verdict> &standing);

} // namespace tagscope
