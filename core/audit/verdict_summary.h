#pragma once

#include "core/audit/agreement.h"
#include "core/fusion/metrics.h"
#include "core/project/verdict_table.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

// What the verdicts of several annotators say together.
namespace tagscope {

using AuditedPair = std::pair<ClipId, int>; // clip and event

// Of each annotator and pair the standing verdict of the latest stage: who sees the pictures too knows more than who
// only hears. Adjudications stay as they are. `standing`: as of standingVerdicts(). Ordered by clip, event, annotator;
// an adjudication follows the others of its pair.
[[nodiscard]] std::vector<Verdict> finalVerdicts(const std::vector<Verdict> &standing);

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

// Whether the event is heard in the clip, by all verdicts together.
struct AuditedSound {
    AuditedPair pair;
    std::optional<bool> isAudible; // nothing where annotators differ or all are unsure
};
// The adjudication where there is one, else what all annotators who are sure agree on.
[[nodiscard]] std::vector<AuditedSound> auditedSound(const std::vector<Verdict> &standing);

// The audited truth: `labels` (clips x events, weak) with each pair that was decided set to what was heard.
[[nodiscard]] BinaryTable auditedLabels(BinaryTable labels, std::span<const ClipId> clips,
                                        const std::vector<AuditedSound> &heard);

} // namespace tagscope
