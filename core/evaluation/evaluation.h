// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/cross_validation.h"
#include "core/fusion/f1_intervals.h"
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"
#include "core/fusion/ranking_figures.h"
#include "core/fusion/single_label.h"
#include "core/project/project.h"
#include "core/project/scores.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// How well a system does on a split of a project: an audio source, a video source or both, at an operating point.
namespace tagscope {

// The name of the one source of video probabilities; the project's setting "video" says what made them.
inline constexpr std::string_view kVideoSourceName = "video";

// "weak", "audible", "visible", "audited": as on the command line and beside every figure.
[[nodiscard]] std::string nameOf(Truth truth);
[[nodiscard]] std::optional<Truth> truthNamed(std::string_view name);

// The branches of a system. At least one.
struct SystemSources {
    std::optional<ScoreSource> audio;
    std::optional<ScoreSource> video;

    friend bool operator==(const SystemSources &, const SystemSources &) = default;
};

// What a split's clips are given by their labels and by the branches.
struct SplitScores {
    std::string split;
    Truth kind = Truth::Weak;
    std::vector<std::string> events;
    std::vector<std::string> clips; // names
    BinaryTable truth;
    std::optional<ScoresOfClips> audio; // nothing where the system does without the branch
    std::optional<ScoresOfClips> video;

    [[nodiscard]] bool hasAudio(std::size_t clip) const { return audio && audio->hasScore[clip] != 0; }
    [[nodiscard]] bool hasVideo(std::size_t clip) const { return video && video->hasScore[clip] != 0; }
    // Clips without a score of a branch that the system has.
    [[nodiscard]] std::size_t withoutAudio() const;
    [[nodiscard]] std::size_t withoutVideo() const;
    [[nodiscard]] std::vector<std::string> withoutScores() const; // of any branch: such a clip is untagged
};

// kAllSplits: every clip, but those held out (isHeldOut()) only where they have scores.
// Errors: Inconsistent (no clips in the split; a source without scores of any of them; a truth of which nothing is
// known there), those of Project.
[[nodiscard]] Result<SplitScores> scoresOfSplit(const Project &project, std::string_view split, Truth truth,
                                                const SystemSources &sources);

// p_k of each clip: a clip with one branch has that branch's alone; see fusedProbability() for calibrated points.
struct FusedScores {
    Matrix scores; // clips x events; below 0 where a clip has no branch at all, so that no threshold in [0, 1] tags it
    std::vector<std::uint8_t> hasScore;
};
[[nodiscard]] FusedScores fuseScores(const SplitScores &scores, const OperatingPoint &point);

// Both branches' scores, NaN where a clip lacks the branch, and the labels: all clips, in order.
[[nodiscard]] TuningTables tablesOf(const SplitScores &scores);

// The tags: clips x events of 0 and 1. A clip without scores has none, whatever the thresholds.
[[nodiscard]] BinaryTable tagsAt(const SplitScores &scores, const OperatingPoint &point);

// Inconsistent where a weight or threshold for each event is missing.
[[nodiscard]] Result<void> requireFit(const SplitScores &scores, const OperatingPoint &point);

// What a system that was tuned on these clips is worth on others, by cross-validation.
struct NewClipsEstimate {
    double microF1 = 0.0;
    std::optional<Interval> interval; // 95 %
};

// A system's figures on a split. Every clip of the split counts.
struct Evaluation {
    std::string split;
    Truth truth = Truth::Weak;
    std::size_t clips = 0;
    std::size_t withoutAudio = 0;           // used the video alone
    std::size_t withoutVideo = 0;           // used the audio alone
    std::vector<std::string> withoutScores; // were counted as untagged
    std::vector<Counts> perEvent;
    Counts micro;
    double macroF1 = 0.0;
    double organisersMacroF1 = 0.0;
    std::vector<std::optional<double>> averagePrecision; // of each event; nothing for one without positives
    std::optional<double> meanAveragePrecision;          // of the events that have one
    RankingFigures ranking;
    std::optional<SingleLabelFigures> singleLabel; // where each clip has exactly one label
    // With fixed weights and thresholds; nothing where they were tuned on these very clips, of whose figures no
    // bootstrap knows how far they are off.
    std::optional<F1Intervals> intervals;
    std::optional<NewClipsEstimate> newClips; // there instead, where tuning has estimated it

    // Events that neither the labels nor the tags have: they are left out of the macro figures.
    [[nodiscard]] std::size_t neverOccurring() const { return tagscope::neverOccurring(perEvent); }

    // Events that no clip has, of which only false positives can be told.
    [[nodiscard]] std::vector<std::size_t> withoutPositives() const;
};

// Errors: Inconsistent (a weight or threshold for each event is missing), Cancelled.
[[nodiscard]] Result<Evaluation> evaluate(const SplitScores &scores, const OperatingPoint &point,
                                          const BootstrapOptions &options = {}, std::stop_token stop = {});

} // namespace tagscope
