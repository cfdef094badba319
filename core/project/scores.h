// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/operating_point.h"
#include "core/project/clip_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What runs and tuners leave in a project, as values.
namespace tagscope {

enum class Branch { Audio, Video };

// Clip-level probabilities of one branch from one source: for audio the run's name, for video the label of the models
// and settings ("video"), so that a figure can be traced.
struct ScoreSource {
    Branch branch = Branch::Audio;
    std::string name;

    friend bool operator==(const ScoreSource &, const ScoreSource &) = default;
};

struct ClipScore {
    ClipId clip = 0;
    std::vector<float> probabilities; // one an event, in [0, 1]
};

// Scores of chosen clips, in their order. A clip without a score has a row of zeros and hasScore 0: it is never counted
// without being named.
struct ScoresOfClips {
    Matrix scores; // clips x events
    std::vector<std::uint8_t> hasScore;
};

// A training run as the project knows it; what it wrote lies in the directory `runs/NAME` of the project's data.
struct TrainingRun {
    enum class State { Running, Stopped, Finished, Failed };
    std::string name;
    State state = State::Running;
    std::string settings; // JSON, all hyperparameters
    int epochs = 0;       // completed
    int bestEpoch = -1;
    double bestMicroF1 = 0.0; // on the validation split, weak truth, tuned thresholds
    std::string started;      // UTC, ISO 8601
    std::string ended;        // empty while it runs
};

// A named operating point with everything needed to trace it.
struct NamedOperatingPoint {
    std::string name;
    OperatingPoint point;
    std::string method;      // "paper", "exact", "by hand", …
    std::string tunedOn;     // split; empty for one set by hand
    std::string audioSource; // run; empty for video alone
    std::string videoSource; // empty for audio alone
    double microF1 = 0.0;    // on tunedOn, weak truth
    std::uint64_t seed = 0;
    std::string created; // UTC, ISO 8601
    // What the tuning is worth on clips that it has not seen: micro F1 by cross-validation with the 95 % interval of a
    // bootstrap over clips. Nothing for one set by hand, or for too few clips.
    std::optional<double> crossValidatedF1 = {};
    std::optional<Interval> interval = {};

    friend bool operator==(const NamedOperatingPoint &, const NamedOperatingPoint &) = default;
};

} // namespace tagscope
