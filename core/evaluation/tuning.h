// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/fusion/metrics.h"
#include "core/fusion/system_appraisal.h"
#include "core/project/operating_points.h"
#include "core/project/project.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Operating points of a project: made on a split, kept by name.
namespace tagscope {

struct TuningRequest {
    std::string split = "validation";
    SystemSources sources;
    TuningMethod method = TuningMethod::Paper;
    bool triesAll = false; // whatever `method` is: the one that is worth most on new clips by this estimate is kept
    std::vector<double> videoWeight = {}; // as SystemTuning has them
    std::uint64_t seed = 1;
    unsigned threads = 1;
    bool isAppraised = true;    // by repeated cross-validation, which tunes fifty times more; always with `triesAll`
    OperatingPoint before = {}; // as SystemTuning has it
};

struct TunedPoint {
    NamedOperatingPoint point;              // its name is defaultName() of the request
    std::optional<double> stage1MicroF1;    // of thresholds tuned class by class; Paper and Exact only
    std::vector<Counts> counts;             // one an event, on the clips it was tuned on
    std::size_t clips = 0;                  // it was tuned on
    std::vector<std::string> leftOut;       // clips of the split without any score
    std::string digest;                     // of the split's scores and labels (digestOf())
    std::optional<HeldOutEstimate> heldOut; // on clips not seen; nothing for fewer than kFewestClipsForFolds clips
    std::vector<ComparedWay> compared;      // all that were tried, the best first; empty where one was asked for
    std::vector<Message> notes;             // notesOn() and the note on the epoch
};

// What to know before believing a tuned system: events without a positive clip, which keep their thresholds; events
// with few; too few clips for an estimate.
[[nodiscard]] std::vector<Message> notesOn(const TunedSystem &tuned, const std::vector<std::string> &events,
                                           std::size_t clips);

// That the epoch of the run was chosen on the clips of this split too, where it was. Errors: those of Project.
[[nodiscard]] Result<std::optional<Message>> epochNote(const Project &project, std::string_view split,
                                                       const SystemSources &sources);

// "audio-paper", "video-exact", "fusion-joint".
[[nodiscard]] std::string defaultName(const TuningRequest &request);

// The sources that were chosen for the project's branches (branch_choice.h), where they have scores of a clip of the
// split. Else the newest run with such scores, or the newest other audio source; and the video probabilities, where
// there are any. What there is none of is absent. Errors: those of Project.
[[nodiscard]] Result<SystemSources> newestSources(const Project &project, std::string_view split);

// Chooses the sources that the branches have for this split, where none were chosen: what is scored later does not
// take their place by itself. Errors: those of Project.
[[nodiscard]] Result<void> keepSources(Project &project, std::string_view split);

// Which branches to tune, where not all that there is: an audio source by its name, with an empty one the newest; the
// video probabilities. With neither, all that there is.
struct SourceChoice {
    std::optional<std::string> audio;
    bool video = false;
};
// Whether a source that is named has scores is not looked at. Errors: Inconsistent (the newest audio source is asked
// for, and there is none of the split), those of Project.
[[nodiscard]] Result<SystemSources> chosenSources(const Project &project, const std::string &split,
                                                  const SourceChoice &choice);

// Tunes on weak labels; stores nothing. Without `before` in the request, an event without a positive clip keeps what it
// has at the point that judges the project's clips. A clip with one branch counts with that branch's scores.
// Errors: those of scoresOfSplit() and tuneSystem(); Inconsistent (both branches without a clip that has both);
// Cancelled.
[[nodiscard]] Result<TunedPoint> tunePoint(const Project &project, const TuningRequest &request,
                                           const TuningObserver &observe = {}, std::stop_token stop = {});
// The same on scores that were read before, of which no run is known.
[[nodiscard]] Result<TunedPoint> tunePoint(const SplitScores &scores, const TuningRequest &request,
                                           const TuningObserver &observe = {}, std::stop_token stop = {});

// Stores its point under its name, and what it was tuned on. Errors: Inconsistent where one of that name was set by
// hand; those of Project.
[[nodiscard]] Result<void> storeTunedPoint(Project &project, const TunedPoint &tuned);

// Whether these clips are there to be measured on, so that tuning on them spoils the measure: test and evaluation.
[[nodiscard]] bool isHeldOut(std::string_view split);

} // namespace tagscope
