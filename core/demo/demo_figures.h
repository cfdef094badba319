// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/fusion/bootstrap.h"
#include "core/project/project.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// How well the analysis does on the demo: operating points tuned on one split, figures on another.
namespace tagscope::demo {

inline constexpr std::string_view kTunedOn = "validation";
inline constexpr std::string_view kMeasuredOn = "test";

// Where a demo keeps the audio probabilities of the network that it comes with.
[[nodiscard]] const ScoreSource &demoAudioScores();

// One system on the test split, at the operating point tuned on the validation split.
struct DemoSystem {
    std::string name;
    Evaluation weak;    // against the labels
    Evaluation audible; // against what is truly heard
};

struct DemoFigures {
    std::vector<DemoSystem> systems;  // audio, video, audio + video, and that with weights tuned jointly
    std::optional<F1Difference> gain; // micro F1 of audio + video less that of audio, against the labels
};

// Operating points on the validation split: sound alone, pictures alone, and both with the paper's rule for weights and
// both tuned jointly. What there are no scores of is left out. Points that were set by hand stay.
// Errors: those of tunePoint() and Project, Cancelled.
[[nodiscard]] Result<void> tuneDemo(Project &project, std::uint64_t seed, const std::stop_token &stop);

// The figures of those operating points on the test split; a point that is not there is left out.
// Errors: those of scoresOfSplit(), evaluate() and Project, Cancelled.
[[nodiscard]] Result<DemoFigures> evaluateDemo(const Project &project, std::uint64_t seed, const std::stop_token &stop);

} // namespace tagscope::demo
