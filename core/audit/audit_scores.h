// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// By which (clip, event) pairs are put before an annotator: how likely it is that a label is wrong, or missing.
namespace tagscope {

enum class QueueOrder {
    // Labelled pairs by 1 - p, where p is the percentile of a among the clips without the label: a labelled clip that
    // sounds like unlabelled ones is suspect. Not by the fused score: the picture excuses the label.
    LabelProbablyWrong,
    SeenNotHeard,     // labelled pairs by (1 - p) x percentile of v among the same clips: the bicycle that is only seen
    HeardNotLabelled, // the mirror: unlabelled pairs by the percentiles of a and of v among the clips with the label
    Uncertain,        // all pairs by 1 - |2 â - 1|
    Stratified,       // labelled pairs, drawn in turn from each event's fifths of â
    Random            // labelled pairs in random order
};

inline constexpr std::size_t kQueueOrders = 6;

// "label-wrong", "seen-not-heard", "heard-not-labelled", "uncertain", "stratified", "random".
[[nodiscard]] std::string_view nameOf(QueueOrder order);
[[nodiscard]] std::optional<QueueOrder> queueOrderNamed(std::string_view name);
// "1 - percentile of a without the label". `hasVideo`: the pairs have video probabilities; an order that is by both
// branches is by the sound alone where they have none.
[[nodiscard]] std::string_view formulaOf(QueueOrder order, bool hasVideo = true);
// Of the orders by both branches.
[[nodiscard]] bool takesVideo(QueueOrder order);

// What pairs are ordered by. All tables are clips x events.
struct AuditScores {
    BinaryTable labels;  // weak
    Matrix audio;        // â: calibrated for each event, out of fold; NaN where the clip has no audio probability
    Matrix video;        // v; NaN where the clip has none
    Matrix activation{}; // a, of which â was made; without columns: â stands for it

    [[nodiscard]] const Matrix &sound() const { return activation.columns > 0 ? activation : audio; }
};

struct CalibrationFolds {
    int folds = 5;
    std::uint64_t seed = 1;
};

// â of each clip: a logistic regression for each event on logit a (tuneCalibrated()), fitted to the weak labels of the
// other folds, so that no clip's own label speaks for itself. `audio`: in [0, 1], NaN where absent; NaN stays.
// Errors: Inconsistent (shapes, values outside [0, 1], fewer clips with audio than folds), Cancelled.
[[nodiscard]] Result<Matrix> calibratedOutOfFold(const Matrix &audio, const BinaryTable &labels,
                                                 const CalibrationFolds &options = {}, std::stop_token stop = {});

// The share of a column's numbers below each of them, equal ones counting half: in (0, 1). NaN stays and is not
// counted, as are rows that are not chosen. `isChosen`: one a row.
[[nodiscard]] std::vector<double> percentiles(const Matrix &values, std::size_t column,
                                              const std::vector<bool> &isChosen);

// The share of the reference's numbers in a column below each number, equal ones counting half, as if half a number
// more lay on either side of it: (below + equal / 2 + 1 / 2) / (reference + 1), in (0, 1), and a half where there is no
// reference, so that few numbers claim little. NaN stays, and is no reference. `isReference`: one a row.
[[nodiscard]] std::vector<double> percentilesAmong(const Matrix &values, std::size_t column,
                                                   const std::vector<bool> &isReference);

// A pair and the value of the order's formula, in [0, 1]; higher comes first.
struct ScoredPair {
    std::size_t clip = 0;
    std::size_t event = 0;
    double value = 0.0;

    friend bool operator==(const ScoredPair &, const ScoredPair &) = default;
};

// All pairs that the order is about, those first that come first; of equals that of the lower â (HeardNotLabelled: the
// higher), then the earlier clip and event. Pairs without the audio probability that the formula needs are left out.
// Those without v take part in an order by both branches as if v were in the middle. Of Stratified and Random the value
// is 0 and `seed` decides.
[[nodiscard]] std::vector<ScoredPair> orderedPairs(const AuditScores &scores, QueueOrder order, std::uint64_t seed = 1);

} // namespace tagscope
