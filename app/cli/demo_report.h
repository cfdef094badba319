// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/fusion/bootstrap.h"
#include "core/project/project.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope::cli {

// Where a demo keeps the audio probabilities of the network that it comes with.
[[nodiscard]] const ScoreSource &demoAudioScores();

// A row of the table: one system on the test split, at thresholds tuned on the validation split.
struct DemoSystem {
    std::string name;
    Evaluation weak;    // against the labels
    Evaluation audible; // against what is truly heard
};

struct DemoFigures {
    std::vector<DemoSystem> systems;  // audio, video, audio + video
    std::optional<F1Difference> gain; // of audio + video over audio, against the labels
};

struct DemoReport {
    std::filesystem::path project;
    std::filesystem::path media;
    std::size_t clips = 0;
    std::uint64_t seed = 1;
    std::size_t analysed = 0;
    std::size_t failed = 0;
    std::optional<DemoFigures> figures; // nothing where nothing was analysed
};

// Operating points on the validation split: sound alone, pictures alone, and both with the paper's rule for weights and
// both tuned jointly. What there are no scores of is left out. Points that were set by hand stay.
[[nodiscard]] Result<void> tuneDemo(Project &project, std::uint64_t seed, const std::stop_token &stop);

// The figures of those operating points on the test split.
[[nodiscard]] Result<DemoFigures> evaluateDemo(const Project &project, std::uint64_t seed, const std::stop_token &stop);

void print(const DemoReport &report, bool asJson);

} // namespace tagscope::cli
