// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/evaluation/clip_figures.h"
#include "core/fusion/decision.h"
#include "core/fusion/operating_point.h"
#include "ui/document/project_contents.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace tagscope::ui {

// What is known of whether a clip's weak labels can be heard.
enum class Heard {
    Unknown, // nothing of any of them
    Yes,     // of at least one, and none is known not to be
    No       // at least one is known not to be
};

// A clip by its labels and by its tags.
struct ClipJudgement {
    bool isScored = false;       // the tags come from probabilities that the project stores
    bool isTagged = false;       // the tags are known at all; they may be none
    std::vector<int> tags;       // events, ascending, as all of these
    std::vector<int> untagged;   // labelled and not tagged
    std::vector<int> unlabelled; // tagged and not labelled
    double margin = 0.0;         // the largest |p - t| of those two; 0 where there are none, or no probabilities
    Heard heard = Heard::Unknown;
    std::vector<int> unheard;           // labelled, and known not to be heard
    std::vector<VerdictValue> verdicts; // that annotators gave of its events, in the order given
    bool isContested = false;           // annotators differ about an event, which nobody decided

    [[nodiscard]] bool isDisputed() const { return !untagged.empty() || !unlabelled.empty(); }
};

// Gives a clip tags that somebody else found, such as an analysis.
void setTags(ClipJudgement &judgement, const std::vector<int> &labels, std::vector<int> tags);

// The weights and thresholds that the classes bring.
[[nodiscard]] OperatingPoint pointOf(const std::vector<EventClass> &classes);

// About an event of the clip in this row of the figures; without a fused probability where there is no score.
[[nodiscard]] Decision decisionIn(const ClipFigures &figures, const OperatingPoint &point, std::size_t row,
                                  std::size_t event);

// One entry a clip of `contents`, in order. `point` is for its classes. Errors: Cancelled.
[[nodiscard]] Result<std::vector<ClipJudgement>> judgeClips(const ProjectContents &contents, const ClipFigures &figures,
                                                            const OperatingPoint &point, const std::stop_token &stop);

} // namespace tagscope::ui
