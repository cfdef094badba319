// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/project/verdict_table.h"

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

// What the verdicts of all annotators say together of each pair.
namespace tagscope {

class Project;

using AuditedPair = std::pair<ClipId, int>; // clip and event

[[nodiscard]] inline AuditedPair pairOf(const Verdict &verdict) {
    return {verdict.clip, verdict.event};
}
[[nodiscard]] inline bool isAdjudication(const Verdict &verdict) {
    return verdict.stage == AuditStage::Adjudicated;
}

// Of each annotator and pair the standing verdict of the latest stage: who sees the pictures too knows more than who
// only hears. What was not asked there is as answered before. Adjudications stay as they are. `standing`: as of
// standingVerdicts(). Ordered by clip, event, annotator; an adjudication follows the others of its pair.
[[nodiscard]] std::vector<Verdict> finalVerdicts(const std::vector<Verdict> &standing);

// Takes the latest adjudication, if any, out of a pair's verdicts, and removes the others.
[[nodiscard]] std::optional<Verdict> takeAdjudication(std::vector<Verdict> &verdicts);

// The verdicts of each pair as finalVerdicts() has them, adjudications last.
[[nodiscard]] std::map<AuditedPair, std::vector<Verdict>> finalVerdictsByPair(const std::vector<Verdict> &standing);

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

// What is known of pairs of these clips: by strong lists, and over them by annotators where those who are sure agree.
[[nodiscard]] Result<std::vector<KnownPresence>> knownPairs(const Project &project, std::span<const ClipId> clips,
                                                            const std::vector<Verdict> &standing);

} // namespace tagscope
